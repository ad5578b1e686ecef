namespace Redaction;

/// <summary>Words an error message so that the next try is right: the valid choices, the closest one first.</summary>
internal static class Choices
{
    private const int MostListed = 40;

    public static string Valid(string given, IEnumerable<string> valid)
    {
        var all = valid.Distinct().Order(StringComparer.Ordinal).ToArray();
        if (all.Length == 0) return "there are none";
        var listed = all.Length <= MostListed ? string.Join(", ", all)
            : string.Join(", ", all.Take(MostListed)) + $", … {all.Length - MostListed} more";
        return Closest(given, all) is { } closest ? $"did you mean '{closest}'? valid: {listed}" : $"valid: {listed}";
    }

    /// <summary>The mistake of naming what there is not.</summary>
    public static UnknownChoiceException Unknown(string kind, string given, IEnumerable<string> valid, string message) =>
        new(kind, given, Closest(given, [.. valid]), message);

    /// <summary>What was meant, as far as one can tell.</summary>
    public static string? Closest(string given, string[] valid)
    {
        var (best, bestDistance) = ((string?)null, Math.Max(2, given.Length / 3) + 1);
        foreach (var candidate in valid)
        {
            var distance = Distance(given, candidate);
            if (distance < bestDistance) (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    /// <summary>Edit distance without regard to case.</summary>
    private static int Distance(string left, string right)
    {
        if (left.Length > 64) return int.MaxValue;
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost));
            }
        }
        return row[^1];
    }
}
