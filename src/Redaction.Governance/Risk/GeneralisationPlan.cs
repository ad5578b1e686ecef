using System.Collections.Immutable;

namespace Redaction.Governance;

/// <summary>Suggests how to write quasi-identifiers less exactly until every row hides among enough others.</summary>
internal static class GeneralisationPlan
{
    /// <summary>Steps in order, each the one that takes most rows out of risk for the least that is lost (greedy, so not always the best
    /// set); empty when nothing is needed.</summary>
    /// <param name="table">The table.</param>
    /// <param name="quasiIdentifiers">Columns that someone may know of a person.</param>
    /// <param name="k">The class size wanted.</param>
    /// <exception cref="ArgumentException">A column does not exist, or <paramref name="k"/> is below 2 or above the number of
    /// rows.</exception>
    public static ImmutableArray<GeneralisationStep> Suggest(TableFile table, IReadOnlyList<string> quasiIdentifiers, int k)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (k < 2 || k > table.Rows.Length)
            throw new ArgumentException($"The class size lies within 2 and the number of rows ({table.Rows.Length}).");
        var columns = quasiIdentifiers.Select(name => RiskTable.IndexOf(table.Columns, name)).ToArray();
        var ladders = columns.Select(c => GeneralisationLadder.For(table.Rows.Select(r => r[c]))).ToArray();
        var values = columns.Select(c => table.Rows.Select(r => r[c]).ToArray()).ToArray();
        var (written, levels) = (values.Select(static v => (string[])v.Clone()).ToArray(), new int[columns.Length]);
        var steps = ImmutableArray.CreateBuilder<GeneralisationStep>();
        var (size, atRisk) = Measure(written, k);
        while (atRisk > 0)
        {
            var best = Enumerable.Range(0, columns.Length).Where(c => levels[c] + 1 < ladders[c].Steps.Length).Select(Try)
                .OrderByDescending(static t => t.Gain).ThenBy(static t => t.Column).First();
            levels[best.Column]++;
            written[best.Column] = best.Values;
            (size, atRisk) = Measure(written, k);
            steps.Add(new(quasiIdentifiers[best.Column], ladders[best.Column].Steps[levels[best.Column]], size, atRisk));
        }
        return Shorten(steps.ToImmutable());

        (int Column, string[] Values, double Gain) Try(int column)
        {
            var next = Array.ConvertAll(values[column], v => ladders[column].Write(v, levels[column] + 1));
            string[][] changed = [.. written];
            changed[column] = next;
            var saved = atRisk - Measure(changed, k).AtRisk;
            // What is lost: the share of the ladder that this step goes; leaving a column out at once loses all of it.
            return (column, next, (saved + 0.5) * (ladders[column].Steps.Length - 1));
        }
    }

    /// <summary>Of several steps of one column only the last counts.</summary>
    private static ImmutableArray<GeneralisationStep> Shorten(ImmutableArray<GeneralisationStep> steps) =>
        [.. steps.Where((s, i) => !steps.Skip(i + 1).Any(later => later.Column == s.Column))];

    private static (int K, int AtRisk) Measure(string[][] columns, int k)
    {
        var rows = columns[0].Length;
        var classes =
            Enumerable.Range(0, rows).CountBy(i => string.Concat(columns.Select(c => $"{c[i].Length}:{c[i]}")), StringComparer.Ordinal);
        var sizes = classes.Select(static c => c.Value).ToArray();
        return (sizes.Min(), sizes.Where(s => s < k).Sum());
    }
}
