using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;

namespace Redaction.Batch;

/// <summary>Writes the report as one page that loads nothing: no script, no network, light and dark.</summary>
internal sealed class ReportPage(TextWriter html)
{
    public void Begin(LoadedPolicy policy, BatchSummary summary, int items)
    {
        html.WriteLine("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Redaction report</title>
            <style>
            """);
        html.Write(Style());
        html.WriteLine("</style>\n</head>\n<body>\n<main>\n<header>\n<h1>Redaction report</h1>");
        var digest = $"<code title=\"SHA-256 of the policy file\">{policy.Sha256[..16]}…</code>";
        html.WriteLine($"<p>Policy <strong>{Text(policy.Policy.Id)}</strong> {digest} · Redaction {EngineVersion.Current}</p>\n</header>");
        html.WriteLine("<ul class=\"cards\">");
        var ofAll = items == 1 ? "of 1 item redacted" : $"of {Number(items)} items redacted";
        Card(summary.Done == items ? "good" : "", Number(summary.Done), ofAll);
        Card(summary.Failed > 0 ? "bad" : "", Number(summary.Failed), "quarantined, nothing released");
        Card("", Number(summary.Entities.Values.Sum()), "values taken out");
        Card("", Number(summary.Kept), "findings kept by the policy");
        Card("", Size(summary.Bytes), "read");
        html.WriteLine("</ul>");
    }

    public void Switches(IEnumerable<(string Name, string Value)> switches, BatchSummary summary)
    {
        BeginSection("What was searched", "What the run was told besides its policy; 'off' names the detectors that did not run");
        html.WriteLine("<tbody>");
        foreach (var (name, value) in switches)
            html.WriteLine($"<tr><th scope=\"row\">{Text(name)}</th><td>{Text(value)}</td></tr>");
        foreach (var (name, count) in summary.Dropped)
            html.WriteLine($"<tr><th scope=\"row\">left out: {Text(name)}</th><td>{Number(count)}</td></tr>");
        foreach (var (name, count) in summary.Unsearched)
            html.WriteLine($"<tr><th scope=\"row\">not searched: {Text(name)}</th><td>{Number(count)}</td></tr>");
        foreach (var sentence in summary.Notes)
            html.WriteLine($"<tr><th scope=\"row\">not for this run</th><td>{Text(sentence)}</td></tr>");
        foreach (var sentence in summary.Unmatched)
            html.WriteLine($"<tr><th scope=\"row\"><span class=\"state bad\">nowhere</span></th><td>{Text(sentence)}</td></tr>");
        EndSection();
    }

    public void Entities(SortedDictionary<(string Entity, string Medium), long> counts)
    {
        if (counts.Count == 0) return;
        var most = counts.Values.Max();
        BeginSection("What was found", "Values taken out, by entity and medium");
        html.Write("<thead><tr><th scope=\"col\">Entity</th><th scope=\"col\">Medium</th>");
        html.WriteLine("<th scope=\"col\" class=\"n\">Values</th><td class=\"bar\"></td></tr></thead>\n<tbody>");
        var sorted = counts.OrderByDescending(static c => c.Value)
            .ThenBy(static c => c.Key.Entity, StringComparer.Ordinal).ThenBy(static c => c.Key.Medium, StringComparer.Ordinal);
        foreach (var ((entity, medium), count) in sorted)
        {
            html.Write($"<tr><th scope=\"row\">{Text(entity)}</th><td>{medium}</td>");
            html.WriteLine($"<td class=\"n\">{Number(count)}</td>{Bar(count, most)}</tr>");
        }
        EndSection();
    }

    public void Counts(string heading, string name, ImmutableSortedDictionary<string, long> counts)
    {
        if (counts.IsEmpty) return;
        var most = counts.Values.Max();
        BeginSection(heading, $"Values taken out, by {name}");
        html.Write($"<thead><tr><th scope=\"col\">{name}</th>");
        html.WriteLine("<th scope=\"col\" class=\"n\">Values</th><td class=\"bar\"></td></tr></thead>\n<tbody>");
        foreach (var (key, count) in counts.OrderByDescending(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal))
            html.WriteLine($"<tr><th scope=\"row\">{Text(key)}</th><td class=\"n\">{Number(count)}</td>{Bar(count, most)}</tr>");
        EndSection();
    }

    public void Failures(BatchSummary summary)
    {
        if (summary.Failures.IsEmpty) return;
        BeginSection(
            "What could not be redacted", "Nothing of these items was released; their names are in the quarantine folder, by reason");
        html.Write("<thead><tr><th scope=\"col\">Reason</th><th scope=\"col\">What it means and what to do</th>");
        html.WriteLine("<th scope=\"col\" class=\"n\">Items</th></tr></thead>\n<tbody>");
        foreach (var (code, count) in summary.Failures)
        {
            html.Write($"<tr><th scope=\"row\"><span class=\"state bad\">{Text(code)}</span></th>");
            html.Write($"<td>{Text(ErrorSentences.Of(code, summary))}</td>");
            html.WriteLine($"<td class=\"n\">{Number(count)}</td></tr>");
        }
        EndSection();
    }

    public void RefusedRecords(ImmutableSortedDictionary<string, long> records)
    {
        if (records.IsEmpty) return;
        BeginSection("Records left out", "Records of released items that could not be redacted; the quarantine folder names their lines");
        html.WriteLine("<thead><tr><th scope=\"col\">Reason</th><th scope=\"col\" class=\"n\">Records</th></tr></thead>\n<tbody>");
        foreach (var (code, count) in records)
        {
            html.Write($"<tr><th scope=\"row\"><span class=\"state bad\">{Text(code)}</span></th>");
            html.WriteLine($"<td class=\"n\">{Number(count)}</td></tr>");
        }
        EndSection();
    }

    public void Thumbnails(List<(string Source, long Taken, ImmutableArray<byte> Image)> thumbnails, int total)
    {
        if (thumbnails.Count == 0) return;
        html.WriteLine("<section>\n<h2>Images after redaction</h2>");
        if (total > thumbnails.Count) html.WriteLine($"<p>The first {Number(thumbnails.Count)} of {Number(total)}.</p>");
        html.WriteLine("<ul class=\"thumbs\">");
        foreach (var (source, taken, image) in thumbnails)
        {
            var caption = $"{Text(source)} · {Regions(taken)}";
            var content = Convert.ToBase64String(image.AsSpan());
            html.Write($"<li><figure><img loading=\"lazy\" alt=\"{Text(source)} after redaction\" ");
            html.WriteLine($"src=\"data:image/jpeg;base64,{content}\"><figcaption>{caption}</figcaption></figure></li>");
        }
        html.WriteLine("</ul>\n</section>");
    }

    public void Rows(List<ReportRow> rows, int total)
    {
        var isCut = total > rows.Count;
        BeginSection("Items", isCut
            ? $"The first {Number(rows.Count)} of {Number(total)}; {Manifest.FileName} has them all" : "In the order of the inputs");
        html.Write("<thead><tr><th scope=\"col\">Item</th><th scope=\"col\">Kind</th><th scope=\"col\">Outcome</th>");
        html.Write("<th scope=\"col\" class=\"n\">Taken out</th><th scope=\"col\" class=\"n\">Kept</th><th scope=\"col\">Found</th>");
        html.WriteLine("<th scope=\"col\" class=\"n\">Size</th></tr></thead>\n<tbody>");
        foreach (var row in rows)
        {
            var state = row.Error is null
                ? "<span class=\"state good\">redacted</span>" : $"<span class=\"state bad\">{Text(row.Error)}</span>";
            var details = string.Join("; ", new[] { row.Entities, row.Facts }.Where(static d => d.Length > 0));
            html.Write($"<tr><th scope=\"row\">{Text(row.Source)}</th><td>{row.Kind}</td><td>{state}</td>");
            html.Write($"<td class=\"n\">{Number(row.Taken)}</td><td class=\"n\">{Number(row.Kept)}</td><td>{Text(details)}</td>");
            html.WriteLine($"<td class=\"n\">{Size(row.Bytes)}</td></tr>");
        }
        EndSection();
    }

    public void End()
    {
        html.WriteLine("<footer>This page holds no value that was taken out and loads nothing from anywhere.</footer>");
        html.WriteLine("</main>\n</body>\n</html>");
    }

    private void Card(string state, string number, string label) =>
        html.WriteLine($"<li class=\"{state}\"><b>{number}</b><span>{label}</span></li>");

    private void BeginSection(string heading, string caption)
    {
        html.WriteLine($"<section>\n<h2>{heading}</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{heading}\">");
        html.WriteLine($"<table>\n<caption>{caption}</caption>");
    }

    private void EndSection() => html.WriteLine("</tbody>\n</table>\n</div>\n</section>");

    private static string Bar(long count, long most)
    {
        var percent = Math.Max(1.0, 100.0 * count / most).ToString("0.#", CultureInfo.InvariantCulture);
        return $"<td class=\"bar\" aria-hidden=\"true\"><i style=\"background-size:{percent}% 100%\"></i></td>";
    }

    private static string Regions(long count) => count switch
    {
        0 => "nothing found",
        1 => "1 region painted over",
        _ => $"{Number(count)} regions painted over",
    };

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Size(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} kB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1073741824.0:0.##} GB"),
    };

    private static string Style()
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream("report/report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
