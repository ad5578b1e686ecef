using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Redaction.Governance;

/// <summary>Measures the risk that persons in a table are found again by what is left of them.</summary>
internal static class RiskTable
{
    /// <summary>Measures a table.</summary>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="rows">The rows, each with a value for every column.</param>
    /// <param name="quasiIdentifiers">Columns that someone may know of a person.</param>
    /// <param name="sensitive">The column that nobody should learn; null leaves diversity and closeness out.</param>
    /// <param name="population">Rows of the population that the table was drawn from, for the journalist's risk; null when it is not
    /// known.</param>
    /// <exception cref="ArgumentException">A column does not exist, or a row has another number of values.</exception>
    public static RiskReport Measure(
        IReadOnlyList<string> columns, IReadOnlyCollection<IReadOnlyList<string>> rows, IEnumerable<string> quasiIdentifiers,
        string? sensitive = null, IEnumerable<IReadOnlyList<string>>? population = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Any(r => r.Count != columns.Count)) throw new ArgumentException($"Each row has {columns.Count} values.");
        int[] quasi = [.. quasiIdentifiers.Select(name => IndexOf(columns, name))];
        var classes = Classes(rows, quasi);
        var smallest = classes.Count == 0 ? 0 : classes.Values.Min(static c => c.Count);
        var report = new RiskReport
        {
            Rows = rows.Count,
            Classes = classes.Count,
            K = smallest,
            Uniques = classes.Values.Count(static c => c.Count == 1),
            JournalistRisk = population is null ? (smallest == 0 ? 0 : 1.0 / smallest) : Journalist(classes.Keys, population, quasi),
            ClassesWithout = quasi.ToImmutableSortedDictionary(
                q => columns[q], q => Classes(rows, [.. quasi.Where(other => other != q)]).Count, StringComparer.Ordinal),
        };
        return sensitive is null || classes.Count == 0 ? report : WithSensitive(report, classes.Values, rows, IndexOf(columns, sensitive));
    }

    private static RiskReport WithSensitive(
        RiskReport report, IEnumerable<List<IReadOnlyList<string>>> classes, IReadOnlyCollection<IReadOnlyList<string>> rows, int column)
    {
        var whole = Shares(rows, column);
        var (l, entropy, t) = (int.MaxValue, double.MaxValue, 0.0);
        foreach (var members in classes)
        {
            var shares = Shares(members, column);
            l = Math.Min(l, shares.Count);
            entropy = Math.Min(entropy, Math.Pow(2, -shares.Values.Sum(static p => p * Math.Log2(p))));
            t = Math.Max(t, whole.Sum(w => Math.Abs(w.Value - shares.GetValueOrDefault(w.Key))) / 2);
        }
        return report with { L = l, EntropyL = entropy, T = t };
    }

    private static Dictionary<string, double> Shares(IReadOnlyCollection<IReadOnlyList<string>> rows, int column) =>
        rows.CountBy(r => r[column], StringComparer.Ordinal)
            .ToDictionary(static c => c.Key, c => (double)c.Value / rows.Count, StringComparer.Ordinal);

    private static double Journalist(IEnumerable<string> classes, IEnumerable<IReadOnlyList<string>> population, int[] quasi)
    {
        var sizes = population.CountBy(row => KeyOf(row, quasi), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return classes.Max(key => 1.0 / Math.Max(1, sizes.GetValueOrDefault(key)));
    }

    private static Dictionary<string, List<IReadOnlyList<string>>> Classes(IEnumerable<IReadOnlyList<string>> rows, int[] quasi)
    {
        var classes = new Dictionary<string, List<IReadOnlyList<string>>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            ref var members = ref CollectionsMarshal.GetValueRefOrAddDefault(classes, KeyOf(row, quasi), out _);
            (members ??= []).Add(row);
        }
        return classes;
    }

    /// <summary>Values with their lengths in front, so that no two rows with different values give one key.</summary>
    private static string KeyOf(IReadOnlyList<string> row, int[] quasi) => string.Concat(quasi.Select(q => $"{row[q].Length}:{row[q]}"));

    internal static int IndexOf(IReadOnlyList<string> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
            if (columns[i] == name) return i;
        throw new ArgumentException($"There is no column '{name}' (valid: {string.Join(", ", columns)}).");
    }
}
