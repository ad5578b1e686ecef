using System.Globalization;
using System.Net;

namespace Redaction.Evaluation;

/// <summary>Writes a result as one self-contained page: tables, plots, and errors whose text stays hidden until it is asked for.</summary>
internal static class HtmlReport
{
    private const int MostErrors = 500;

    private const string Style =
        """
        :root { color-scheme: light dark; --ink: #1c2024; --soft: #60646c; --line: #d9d9e0;
          --paper: #fff; --mark: #3a5ccc; --hot: 58 92 204; }
        @media (prefers-color-scheme: dark) { :root { --ink: #edeef0; --soft: #b0b4ba; --line: #363a3f;
          --paper: #111113; --mark: #9eb1ff; --hot: 158 177 255; } }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
          max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; } p, figcaption, .soft { color: var(--soft); }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; } .wide { overflow-x: auto; }
        th, td { padding: .25rem .75rem; border-bottom: 1px solid var(--line); text-align: right; }
        th:first-child, td:first-child { text-align: left; }
        .plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1rem; } figure { margin: 0; }
        svg text { font-size: 10px; fill: var(--soft); } .axis, .line, .guide { fill: none; stroke: var(--line); }
        .line { stroke: var(--mark); stroke-width: 2; }
        .guide { stroke-dasharray: 4 4; } .bar, .dot { fill: var(--mark); } summary { cursor: pointer; }
        code { word-break: break-all; } mark { background: rgb(var(--hot) / .3); color: inherit; }
        """;

    /// <summary>Writes the page.</summary>
    public static void Write(EvaluationResult result, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        var title = "Evaluation of " + result.Provenance.GetValueOrDefault("dataset", result.Kind);
        output.Write(
            $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
            + $"initial-scale=1\"><title>{E(title)}</title>\n<style>\n{Style}\n</style></head><body>\n<h1>{E(title)}</h1>\n");
        foreach (var table in ReportTables.Of(result)) Write(table, output);
        if (result.Texts is { } texts) WriteTexts(result, texts, output);
        if (result.Boxes is { } boxes) WriteBoxes(result.Figures, boxes, output);
        WriteErrors(result, output);
        output.Write("<h2>Provenance</h2>\n<div class=\"wide\"><table id=\"provenance\">\n");
        foreach (var (name, value) in result.Provenance) output.Write($"<tr><td>{E(name)}</td><td><code>{E(value)}</code></td></tr>\n");
        output.Write("</table></div>\n</body></html>\n");
    }

    private static void Write(ReportTable table, TextWriter output)
    {
        output.Write(
            $"<h2>{E(table.Title)}</h2>\n<div class=\"wide\"><table>\n<tr>"
            + $"{string.Concat(table.Columns.Select(static c => $"<th>{E(c)}</th>"))}</tr>\n");
        foreach (var row in table.Rows) output.Write($"<tr>{string.Concat(row.Select(static c => $"<td>{E(c)}</td>"))}</tr>\n");
        output.Write("</table></div>\n");
    }

    private static void WriteTexts(EvaluationResult result, TextEvaluation texts, TextWriter output)
    {
        var entities = texts.Calibration.Entities.ToArray();
        output.Write(
            "<h2>Scores</h2>\n<p>Precision and recall as the threshold falls; whether scores mean what they say; how scores are "
            + "spread.</p>\n<div class=\"plots\">\n");
        foreach (var entity in entities)
        {
            var bins = texts.Calibration.Table(entity);
            if (texts.Entities[entity].Covered.Support > 0)
                output.Write(SvgPlot.Line($"{entity}: precision and recall", "recall", "precision", Curve(texts, entity)));
            output.Write(
                SvgPlot.Line($"{entity}: calibration", "mean score", "share right",
                    bins.Where(static b => b.Count > 0).Select(static b => (b.MeanScore!.Value, b.Precision!.Value)), diagonal: true));
            var most = Math.Max(1, bins.Max(static b => b.Count));
            output.Write(
                SvgPlot.Bars($"{entity}: findings by score", "score", $"of {most}",
                    [.. bins.Select((b, i) => (Tenth(i), (double?)b.Count / most))]));
        }
        output.Write("</div>\n");
        WriteConfusion(texts, output);
    }

    /// <summary>Points from the surest findings down; a finding is right when at least half of it is true.</summary>
    private static IEnumerable<(double X, double Y)> Curve(TextEvaluation texts, string entity)
    {
        var support = texts.Entities[entity].Covered.Support;
        long right = 0, all = 0;
        foreach (var bin in texts.Calibration.Table(entity).Reverse())
        {
            all += bin.Count;
            right += (long)Math.Round((bin.Precision ?? 0) * bin.Count);
            if (all > 0) yield return (Math.Min(1, (double)right / support), (double)right / all);
        }
    }

    private static void WriteConfusion(TextEvaluation texts, TextWriter output)
    {
        string[] columns = [.. texts.Confusion.Keys.Select(static k => k.Seen).Distinct().Order(StringComparer.Ordinal)];
        output.Write(
            $"<h2>Taken for</h2>\n<div class=\"wide\"><table id=\"confusion\">\n<tr><th>true</th>"
            + $"{string.Concat(columns.Select(static c => $"<th>{E(c)}</th>"))}</tr>\n");
        foreach (var row in texts.Confusion.GroupBy(static c => c.Key.True))
        {
            var sum = Math.Max(1, row.Sum(static c => c.Value));
            var cells = columns.Select(c => (double)texts.Confusion.GetValueOrDefault((row.Key, c)) / sum);
            output.Write(
                $"<tr><td>{E(row.Key)}</td>"
                + $"{string.Concat(cells.Select(
                    (share, i) => Cell(texts.Confusion.GetValueOrDefault((row.Key, columns[i])), share)))}</tr>\n");
        }
        output.Write("</table></div>\n");
    }

    private static string Cell(long count, double share) =>
        count == 0 ? "<td></td>"
            : string.Create(CultureInfo.InvariantCulture, $"<td style=\"background: rgb(var(--hot) / {share * 0.6:0.##})\">{count}</td>");

    private static void WriteBoxes(FigureTree figures, BoxEvaluation boxes, TextWriter output)
    {
        output.Write("<h2>Scores</h2>\n<div class=\"plots\">\n");
        output.Write(SvgPlot.Line("Precision and recall", "recall", "precision", Thin(boxes.Curve)));
        var most = Math.Max(1, boxes.ScoreHistogram.Max());
        output.Write(
            SvgPlot.Bars("Findings by score", "score", $"of {most}",
                [.. boxes.ScoreHistogram.Select((count, i) => (Tenth(i), (double?)count / most))]));
        output.Write("</div>\n<h2>Recall by height</h2>\n<div class=\"plots\">\n");
        foreach (var (name, title) in (ReadOnlySpan<(string, string)>)[("recallAt0.1", "At 0.1 false boxes an image"),
            ("recallAt0.5", "At 0.5 false boxes an image")])
        {
            var figure = name;
            output.Write(SvgPlot.Bars(title, "", "recall", [.. figures["height"].Branches.Select(h => (h.Key, h.Value.Find(figure)))]));
        }
        output.Write("</div>\n");
    }

    private static string Tenth(int bin) => string.Create(CultureInfo.InvariantCulture, $"{bin / 10.0:0.0}");

    /// <summary>At most about a hundred points of a curve, its last one among them.</summary>
    private static IEnumerable<(double X, double Y)> Thin(IReadOnlyList<(double Recall, double Precision)> curve)
    {
        var step = Math.Max(1, curve.Count / 100);
        for (var i = 0; i < curve.Count; i += step) yield return curve[i];
        if (curve.Count > 0) yield return curve[^1];
    }

    private static void WriteErrors(EvaluationResult result, TextWriter output)
    {
        if (result.Errors.IsEmpty) return;
        output.Write(
            $"<h2>Errors</h2>\n<p>{result.Errors.Count(static e => e.IsMissed)} missed, "
            + $"{result.Errors.Count(static e => !e.IsMissed)} wrongly found");
        output.Write(result.Errors.Length > MostErrors ? $"; the first {MostErrors} are listed.</p>\n" : ".</p>\n");
        foreach (var group in result.Errors.Take(MostErrors).GroupBy(static e => (e.IsMissed, e.Entity))
            .OrderByDescending(static g => g.Key.IsMissed).ThenBy(static g => g.Key.Entity, StringComparer.Ordinal))
        {
            output.Write(
                $"<details class=\"errors\"><summary>{(group.Key.IsMissed ? "missed" : "wrongly found")}: {E(group.Key.Entity)} ("
                + $"{group.Count()})</summary>\n<ul>\n");
            foreach (var error in group) output.Write($"<li>line {error.Line}{Score(error)}{Context(error)}</li>\n");
            output.Write("</ul></details>\n");
        }
    }

    private static string Score(EvaluationError error) =>
        error.IsMissed ? "" : string.Create(CultureInfo.InvariantCulture, $", score {error.Score:0.##}");

    private static string Context(EvaluationError error) => error.Context is null
        ? ""
        : $": {E(error.Context).Replace("[[", "<mark>", StringComparison.Ordinal).Replace("]]", "</mark>", StringComparison.Ordinal)}";

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
