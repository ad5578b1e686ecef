using System.Globalization;

namespace Redaction.Evaluation;

/// <summary>A Markdown table of results, newest last, that is only ever added to: the accuracy of a project over time.</summary>
public static class AccuracyHistory
{
    private const string Header =
        "# Accuracy\n\nWritten by `redact eval DATASET --history FILE`; not by hand. Each row can be measured again with the data set of that digest.\n\n" +
        "| date | data set | data sha256 | policy | engine | main figures |\n|---|---|---|---|---|---|\n";

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
            $"| {date:yyyy-MM-dd} | {from["dataset"]} | {from["datasetSha256"][..12]} | {from["policy"]} {from["policySha256"][..8]} | {from["engine"]} | {Main(result)} |\n"));
    }

    private static string Main(EvaluationResult result) => result.Kind switch
    {
        "text" => Join(result.Figures,
            ("strict F1", ["overall", "strict", "f1"]), ("covered precision", ["overall", "covered", "precision"]), ("covered recall", ["overall", "covered", "recall"])),
        "images" => Join(result.Figures,
            ("AP", ["overall", "averagePrecision"]), ("recall at 0.5", ["overall", "recallAt0.5"]), ("pixels covered", ["pixels", "covered"])),
        _ => Join(result.Figures,
            ("word recall", ["overall", "wordRecall"]), ("other words masked", ["overall", "otherWordsMasked"]), ("calls without leak", ["overall", "callsWithoutLeak"])),
    };

    private static string Join(FigureTree figures, params (string Name, string[] Path)[] shown) =>
        string.Join(" · ", shown.Select(s => $"{s.Name} {ReportTables.Text(figures.Find(s.Path))}"));
}
