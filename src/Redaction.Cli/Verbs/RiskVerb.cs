using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Redaction.Governance;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact risk</c>.</summary>
internal sealed class RiskVerb(VerbConsole console) : Verb(console)
{
    private readonly Argument<string> _table = new("TABLE") { Description = "CSV, TSV or JSON lines." };
    private readonly Option<string> _quasi = new("--quasi")
    {
        Description =
        "Quasi-identifiers: columns that someone may know of a person.",
        HelpName = "a,b,…",
        Required = true
    };
    private readonly Option<string?> _sensitive =
        new("--sensitive") { Description = "The column that nobody should learn, for l-diversity and t-closeness.", HelpName = "COLUMN" };
    private readonly Option<string?> _population = new("--population")
    {
        Description =
        "Table of the population with the same columns, for the journalist's risk.",
        HelpName = "FILE"
    };
    private readonly Option<int> _k = new("--k")
    {
        Description =
        "The class size wanted: suggests what to generalise, and gives exit status 5 when it is not reached.",
        HelpName =
            "N",
        DefaultValueFactory = static _ => 5
    };
    private readonly Option<string?> _intruder =
        new("--intruder") { Description = "Table of known persons: tries to find them by the quasi-identifiers.", HelpName = "FILE" };
    private readonly Option<string?> _truth =
        new("--truth") { Description = "Column of both tables that tells who is who, to count right finds.", HelpName = "COLUMN" };
    private readonly Option<string> _format = FormatOption();

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("risk",
            """
            Measures how well persons hide in a table: k-anonymity, l-diversity, t-closeness, sample uniques,
            the risks of prosecutor, journalist and marketer; suggests generalisations; and tries a motivated intruder's linkage.
            Prints figures, never values.

            Examples:
              redact risk patients.csv --quasi zip,birth,sex --sensitive diagnosis
              redact risk out/patients.csv --quasi zip,birth,sex --k 10 --intruder register.csv --truth id
            """) { _table };
        foreach (var option in (Option[])[_quasi, _sensitive, _population, _k, _intruder, _truth, _format]) command.Options.Add(option);
        command.SetAction(parsed => guard(parsed, Run));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var table = TableFile.Read(parsed.GetRequiredValue(_table));
        string[] quasi = parsed.GetRequiredValue(_quasi).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var population = parsed.GetValue(_population) is { } path ? InColumnsOf(table, TableFile.Read(path), quasi) : null;
        var report = table.Measure(quasi, parsed.GetValue(_sensitive), population);
        var k = parsed.GetValue(_k);
        var steps = report.K < k && table.Rows.Length >= k ? table.Suggest(quasi, k) : [];
        var linkage = parsed.GetValue(_intruder) is { } known ? table.Link(TableFile.Read(known), quasi, parsed.GetValue(_truth)) : null;
        if (parsed.GetValue(_format) == "json") Console.WriteJson(json => Write(json, report, steps, linkage));
        else WriteTable(report, steps, linkage);
        return report.K < k ? ExitCodes.NotIntact : ExitCodes.Done;
    }

    /// <summary>The rows of a population, its columns put in the order of the table's;
    /// columns that the measure does not ask for stay empty.</summary>
    private static IReadOnlyList<string>[] InColumnsOf(TableFile table, TableFile population, string[] quasi)
    {
        var missing = quasi.Except(population.Columns, StringComparer.Ordinal).FirstOrDefault();
        if (missing is not null)
            throw new ArgumentException($"The population has no column '{missing}' (valid: {string.Join(", ", population.Columns)}).");
        var places = table.Columns.Select(c => population.Columns.IndexOf(c)).ToArray();
        return [.. population.Rows.Select(r => (IReadOnlyList<string>)places.Select(p => p < 0 ? "" : r[p]).ToArray())];
    }

    private static IEnumerable<(string Name, double? Value)> Figures(RiskReport report) =>
    [
        ("rows", report.Rows), ("classes", report.Classes), ("k", report.K), ("sampleUniques", report.Uniques), ("l", report.L),
        ("entropyL", report.EntropyL), ("t", report.T),
        ("prosecutorRisk", report.ProsecutorRisk), ("journalistRisk", report.JournalistRisk), ("marketerRisk", report.MarketerRisk),
    ];

    private static IEnumerable<(string Name, double? Value)> Figures(LinkageReport linkage) =>
        [("persons", linkage.Persons), ("notFound", linkage.NotFound), ("fitOne", linkage.One), ("fitFew", linkage.Few),
            ("expectedFinds", linkage.ExpectedFinds), ("confirmed", linkage.Confirmed)];

    private static void Write(Utf8JsonWriter json, RiskReport report, ImmutableArray<GeneralisationStep> steps, LinkageReport? linkage)
    {
        json.WriteStartObject();
        WriteFigures(json, Figures(report));
        json.WriteString("generaliseFirst", report.GeneraliseFirst);
        json.WriteStartArray("suggestions");
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteString("column", step.Column);
            json.WriteString("to", step.To);
            json.WriteNumber("k", step.K);
            json.WriteNumber("atRisk", step.AtRisk);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (linkage is not null)
        {
            json.WriteStartObject("intruder");
            WriteFigures(json, Figures(linkage));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, IEnumerable<(string Name, double? Value)> figures)
    {
        foreach (var (name, value) in figures)
            if (value is { } number) json.WriteNumber(name, Math.Round(number, 6));
    }

    private void WriteTable(RiskReport report, ImmutableArray<GeneralisationStep> steps, LinkageReport? linkage)
    {
        var table = VerbConsole.NewTable("Figure", "");
        foreach (var (name, value) in Figures(report)
            .Concat(linkage is null ? [] : Figures(linkage).Select(static f => ("intruder: " + f.Name, f.Value))))
            if (value is { } number) table.AddRow(name, number.ToString("0.####", CultureInfo.InvariantCulture));
        foreach (var step in steps)
            table.AddRow($"suggestion: {Markup.Escape(step.Column)} → {step.To}",
                string.Create(CultureInfo.InvariantCulture, $"k {step.K}, {step.AtRisk} rows at risk"));
        Console.WriteTable(table);
    }
}
