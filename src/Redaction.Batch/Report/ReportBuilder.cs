using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Batch;

/// <summary>Gathers what the report shows while a batch runs; it keeps numbers, names of files and pictures of redacted images, nothing
/// else.</summary>
internal sealed class ReportBuilder(LoadedPolicy policy, ManifestSwitches switches)
{
    /// <summary>Above these the report says how many more there are; the manifest has them all.</summary>
    private const int MostRows = 1000;
    private const int MostThumbnails = 48;

    private readonly List<ReportRow> _rows = [];
    private readonly List<(string Source, long Taken, ImmutableArray<byte> Image)> _thumbnails = [];
    private readonly ItemCounts _counts = new();
    private int _items;
    private int _images;

    public void Add(ItemOutcome result)
    {
        _items++;
        if (result.Error is null)
        {
            _counts.Add(result.Counts);
            AddThumbnail(result);
        }
        if (_rows.Count < MostRows) _rows.Add(Row(result));
    }

    public void Write(Stream output, BatchSummary summary)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        var page = new ReportPage(writer);
        page.Begin(policy, summary, _items);
        page.Switches(switches.Told(), summary);
        page.Entities(_counts.Media);
        page.Counts("What was done", "operator", summary.Operators);
        page.Failures(summary);
        page.RefusedRecords(summary.RefusedRecords);
        page.Thumbnails(_thumbnails, _images);
        page.Rows(_rows, _items);
        page.End();
    }

    private void AddThumbnail(ItemOutcome result)
    {
        if (result.File!.Thumbnail.IsDefaultOrEmpty) return;
        _images++;
        if (_thumbnails.Count >= MostThumbnails) return;
        _thumbnails.Add((result.Item.Main.RelativePath, result.Counts.Total, result.File.Thumbnail));
    }

    private static ReportRow Row(ItemOutcome result) => new(
        string.Join(" + ", result.Item.Files.Select(static f => f.RelativePath)),
        result.Kind, result.Error,
        result.Error is null ? result.Counts.Total : 0, result.Error is null ? result.Counts.Kept : 0,
        result.Error is null ? Entities(result.Counts) : "",
        result.Inputs.Sum(static i => i.Bytes), result.Error is null ? Facts(result) : "");

    /// <summary>What the kind of item tells, what was left out of it and what was not searched in it.</summary>
    private static string Facts(ItemOutcome result)
    {
        var left = result.File is DocumentItem or ImageItem ? "" // which tell it themselves
            : string.Join(", ", result.File!.Dropped.Keys);
        string[] facts =
        [
            result.File!.Figures, left.Length > 0 ? "left out " + left : "",
            result.Notes.Unsearched.Count > 0 ? "not searched: " + string.Join("; ", result.Notes.Unsearched.Keys) : "",
        ];
        return string.Join("; ", facts.Where(static f => f.Length > 0));
    }

    private static string Entities(ItemCounts counts) =>
        string.Join(", ", counts.Entities.Select(static e => string.Create(CultureInfo.InvariantCulture, $"{e.Key} {e.Value}")));
}
