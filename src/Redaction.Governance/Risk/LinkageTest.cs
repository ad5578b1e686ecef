using System.Globalization;

namespace Redaction.Governance;

/// <summary>The motivated intruder: someone with a table of known persons looks for them in released data (ICO, Anonymisation guidance,
/// 2025).</summary>
/// <remarks>Released values may be bands (<c>30-39</c>, <c>90+</c>), years or longer dates' beginnings, codes cut with stars
/// (<c>902**</c>), or <c>*</c>; a known value fits those that cover it.</remarks>
internal static class LinkageTest
{
    /// <summary>Looks for every person of <paramref name="known"/> in <paramref name="released"/>.</summary>
    /// <param name="released">The released table.</param>
    /// <param name="known">The table that the intruder has.</param>
    /// <param name="columns">Columns that both have.</param>
    /// <param name="truth">A column of both that tells who is who, to count right finds; null when there is none.</param>
    /// <exception cref="ArgumentException">A column does not exist.</exception>
    public static LinkageReport Run(TableFile released, TableFile known, IReadOnlyList<string> columns, string? truth = null)
    {
        ArgumentNullException.ThrowIfNull(released);
        ArgumentNullException.ThrowIfNull(known);
        if (columns.Count == 0) throw new ArgumentException("Give the columns that both tables have.");
        var pairs = columns.Select(Places).ToArray();
        var who = truth is null ? ((int Released, int Known)?)null : Places(truth);
        var (none, one, few, confirmed, expected) = (0, 0, 0, 0, 0.0);
        foreach (var person in known.Rows)
        {
            var fitting = released.Rows.Where(row => pairs.All(p => Fits(row[p.Released], person[p.Known]))).Take(1000).ToArray();
            if (fitting.Length == 0) none++;
            else expected += 1.0 / fitting.Length;
            if (fitting.Length is > 1 and < 5) few++;
            if (fitting.Length != 1) continue;
            one++;
            if (who is { } w && fitting[0][w.Released] == person[w.Known]) confirmed++;
        }
        return new(known.Rows.Length, none, one, few, expected, who is null ? null : confirmed);

        (int Released, int Known) Places(string column) =>
            (RiskTable.IndexOf(released.Columns, column), RiskTable.IndexOf(known.Columns, column));
    }

    /// <summary>True when a released value covers a known one.</summary>
    public static bool Fits(string released, string known)
    {
        ArgumentNullException.ThrowIfNull(released);
        ArgumentNullException.ThrowIfNull(known);
        if (released == "*" || string.Equals(released, known, StringComparison.OrdinalIgnoreCase)) return true;
        if (released.Length == known.Length && released.EndsWith('*'))
            return known.StartsWith(released.TrimEnd('*'), StringComparison.OrdinalIgnoreCase);
        if (released.EndsWith("0s", StringComparison.Ordinal) && released.Length == 5)
            return known.StartsWith(released[..3], StringComparison.Ordinal);
        if (released.Length is 4 or 7 && known.Length == 10 && known[4] == '-') return known.StartsWith(released, StringComparison.Ordinal);
        if (Number(known) is not { } number) return false;
        if (released.EndsWith('+') && Number(released.AsSpan(0, released.Length - 1)) is { } least) return number >= least;
        var dash = released.IndexOf('-', 1);
        return dash > 0 && number >= Number(released.AsSpan(0, dash)) && number <= Number(released.AsSpan(dash + 1));
    }

    private static decimal? Number(ReadOnlySpan<char> text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
