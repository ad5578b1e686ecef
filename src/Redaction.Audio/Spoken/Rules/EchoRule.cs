namespace Redaction.Audio;

/// <summary>Numbers that repeat a part of one that was found: what the other speaker reads back, "ending in …".</summary>
internal static class EchoRule
{
    private const int Shortest = 3;
    private const int Longest = 8;
    private const int LongestSource = 40;

    public static void Find(SpokenScene scene, List<SpokenValue> values)
    {
        var found = new HashSet<int>();
        foreach (var value in values)
            if (value.Score >= Scores.Acts) found.Add(value.First);
        var parts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in scene.Reading.Runs)
            if (run.Digits >= Shortest && found.Contains(run.First)) AddParts(run.Compact, parts);
        var lookup = parts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var run in scene.Reading.Runs)
        {
            if (run.Digits < Shortest || run.IsQuantity || found.Contains(run.First)) continue;
            var compact = run.Compact.AsSpan();
            if (lookup.Contains(compact[..Math.Min(Longest, compact.Length)]))
                values.Add(new(SpokenEntities.NumberSequence, run.First, run.Last, 0.6f));
        }
    }

    private static void AddParts(string number, HashSet<string> parts)
    {
        var length = Math.Min(number.Length, LongestSource);
        for (var size = Shortest; size <= Math.Min(Longest, length); size++)
            for (var start = 0; start + size <= length; start++) parts.Add(number.Substring(start, size));
    }
}
