using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>A table in memory: columns and rows of texts.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">The rows, each with a value for every column; a value that is not there is empty.</param>
internal sealed record TableFile(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>Reads CSV or TSV with a header line (RFC 4180), or JSON lines whose members are the columns.</summary>
    /// <exception cref="ArgumentException">The file has another extension, or a row has another number of values.</exception>
    /// <exception cref="RedactionException">The file breaks the rules of its format.</exception>
    public static TableFile Read(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => ReadCsv(path, ','),
        ".tsv" => ReadCsv(path, '\t'),
        ".jsonl" or ".ndjson" => ReadJsonLines(path),
        _ => throw new ArgumentException("A table is a .csv, .tsv, .jsonl or .ndjson file."),
    };

    /// <summary>Measures how well the rows hide in each other.</summary>
    /// <param name="quasiIdentifiers">Columns that someone may know of a person.</param>
    /// <param name="sensitive">The column that nobody should learn; null leaves diversity and closeness out.</param>
    /// <param name="population">Rows of the population that the table was drawn from, with the same columns; null when it is not
    /// known.</param>
    /// <exception cref="ArgumentException">A column does not exist.</exception>
    public RiskReport Measure(
        IEnumerable<string> quasiIdentifiers, string? sensitive = null, IEnumerable<IReadOnlyList<string>>? population = null) =>
        RiskTable.Measure(Columns, [.. Rows.Select(static r => (IReadOnlyList<string>)r)], quasiIdentifiers, sensitive, population);

    /// <summary>Steps by which columns are to be written less exactly until each row hides among <paramref name="k"/>; empty when nothing
    /// is needed.</summary>
    /// <exception cref="ArgumentException">A column does not exist, or <paramref name="k"/> is below 2 or above the number of
    /// rows.</exception>
    public ImmutableArray<GeneralisationStep> Suggest(IReadOnlyList<string> quasiIdentifiers, int k) =>
        GeneralisationPlan.Suggest(this, quasiIdentifiers, k);

    /// <summary>Looks for every person of a known table in this one (the motivated intruder).</summary>
    /// <param name="known">The table that the intruder has.</param>
    /// <param name="columns">Columns that both have.</param>
    /// <param name="truth">A column of both that tells who is who, to count right finds; null when there is none.</param>
    /// <exception cref="ArgumentException">A column does not exist.</exception>
    public LinkageReport Link(TableFile known, IReadOnlyList<string> columns, string? truth = null) =>
        LinkageTest.Run(this, known, columns, truth);

    private static TableFile ReadCsv(string path, char delimiter)
    {
        var text = File.ReadAllText(path).AsSpan().TrimStart('\uFEFF');
        if (delimiter == ',' && text.IndexOfAny(',', ';', '\n') is var at and >= 0 && text[at] == ';') delimiter = ';';
        var rows = CsvRows.Read(text, delimiter);
        if (rows.IsEmpty) throw new ArgumentException("The table has no header line.");
        if (rows.Any(r => r.Length != rows[0].Length))
            throw new RedactionException(ErrorCodes.Malformed, "csv", $"Each row has {rows[0].Length} values.");
        return new(rows[0], rows[1..]);
    }

    private static TableFile ReadJsonLines(string path)
    {
        var columns = new List<string>();
        var records = new List<Dictionary<string, string>>();
        foreach (var line in File.ReadLines(path, Encoding.UTF8).Where(static l => l.Length > 0))
        {
            try
            {
                using var parsed = JsonDocument.Parse(line);
                var record = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var member in parsed.RootElement.EnumerateObject())
                {
                    if (!columns.Contains(member.Name)) columns.Add(member.Name);
                    record[member.Name] = member.Value.ToString();
                }
                records.Add(record);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                throw new RedactionException(ErrorCodes.Malformed, "jsonl", "Each line is a JSON object.", e.GetType());
            }
        }
        return new([.. columns], [.. records.Select(r => columns.Select(c => r.GetValueOrDefault(c, "")).ToImmutableArray())]);
    }
}
