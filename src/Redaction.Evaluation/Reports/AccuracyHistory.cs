using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Evaluation;

/// <summary>A Markdown table of results, newest last, that is only ever added to: the accuracy of a project over time.</summary>
internal static class AccuracyHistory
{
    private const string Header =
        "# Accuracy\n\nWritten by `redact eval DATASET --history FILE`; not by hand. Each row can be measured again with the data "
        + "set of that digest.\n\n" +
        "| date | command | data sha256 | policy | engine | main figures |\n|---|---|---|---|---|---|\n";

    /// <summary>Adds a row; makes the file when it is not there.</summary>
    /// <param name="path">The Markdown file.</param>
    /// <param name="result">The result.</param>
    /// <param name="date">Day of the measurement.</param>
    public static void Append(string path, EvaluationResult result, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!File.Exists(path)) File.WriteAllText(path, Header);
        var from = result.Provenance;
        File.AppendAllText(path, string.Create(CultureInfo.InvariantCulture,
            $"| {date:yyyy-MM-dd} | {Command(from)} | {from["datasetSha256"][..12]} | {from["policy"]} {from["policySha256"][..8]} | "
            + $"{from["engine"]} | {Main(result)} |\n"));
    }

    /// <summary>What was run, without the options that only say where results go.</summary>
    private static string Command(ImmutableSortedDictionary<string, string> from)
    {
        if (!from.TryGetValue("command", out var command)) return from["dataset"];
        var words = command.Split(' ').ToList();
        foreach (var option in (ReadOnlySpan<string>)["--history", "--report", "--gate", "--format"])
            if (words.IndexOf(option) is var at and >= 0) words.RemoveRange(at, Math.Min(2, words.Count - at));
        return $"`{string.Join(' ', words).Replace("|", "\\|", StringComparison.Ordinal)}`";
    }

    private static string Main(EvaluationResult result) => result.Kind switch
    {
        "text" => Join(result.Figures,
            ("strict F1", ["overall", "strict", "f1"]), ("covered precision", ["overall", "covered", "precision"]),
            ("covered recall", ["overall", "covered", "recall"])),
        "images" => Join(result.Figures,
            ("AP", ["overall", "averagePrecision"]), ("recall at 0.5", ["overall", "recallAt0.5"]),
            ("pixels covered", ["pixels", "covered"])),
        _ => Join(result.Figures,
            ("word recall", ["overall", "wordRecall"]), ("other words masked", ["overall", "otherWordsMasked"]),
            ("calls without leak", ["overall", "callsWithoutLeak"])),
    };

    private static string Join(FigureTree figures, params (string Name, string[] Path)[] shown) =>
        string.Join(" · ", shown.Select(s => $"{s.Name} {ReportTables.Text(figures.Find(s.Path))}"));
}
