using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Batch;

/// <summary>Gathers what the report shows while a batch runs; it keeps numbers, names of files and pictures of redacted images, nothing else.</summary>
internal sealed class ReportBuilder(LoadedPolicy policy)
{
    /// <summary>Above these the report says how many more there are; the manifest has them all.</summary>
    private const int MostRows = 1000;
    private const int MostThumbnails = 48;

    private readonly List<ReportRow> _rows = [];
    private readonly List<(string Source, long Taken, ImmutableArray<byte> Image)> _thumbnails = [];
    private readonly ItemCounts _counts = new();
    private int _items;
    private int _images;

    public void Add(ItemResult result)
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
        page.Entities(_counts.Media);
        page.Counts("What was done", "operator", summary.Operators);
        page.Failures(summary.Failures);
        page.Thumbnails(_thumbnails, _images);
        page.Rows(_rows, _items);
        page.End();
    }

    private void AddThumbnail(ItemResult result)
    {
        if (result.Facts.Thumbnail.IsDefaultOrEmpty) return;
        _images++;
        if (_thumbnails.Count < MostThumbnails) _thumbnails.Add((result.Item.Main.RelativePath, result.Counts.Total, result.Facts.Thumbnail));
    }

    private static ReportRow Row(ItemResult result) => new(
        string.Join(" + ", result.Item.Files.Select(static f => f.RelativePath)),
        ManifestWriter.KindName(result.Kind), result.Error,
        result.Error is null ? result.Counts.Total : 0, result.Error is null ? result.Counts.Kept : 0,
        result.Error is null ? string.Join(", ", result.Counts.Entities.Select(static e => $"{e.Key} {e.Value.ToString(CultureInfo.InvariantCulture)}")) : "",
        result.Inputs.Sum(static i => i.Bytes), result.Error is null ? Facts(result) : "");

    private static string Facts(ItemResult result) => result.Kind switch
    {
        ItemKind.Image => string.Create(CultureInfo.InvariantCulture, $"{result.Facts.Width} × {result.Facts.Height}")
            + (result.Facts.Pages > 1 ? string.Create(CultureInfo.InvariantCulture, $", {result.Facts.Pages} pages") : "")
            + (result.Facts.MetadataDropped.IsEmpty ? "" : ", dropped " + string.Join(", ", result.Facts.MetadataDropped)),
        ItemKind.Video => string.Create(CultureInfo.InvariantCulture, $"{result.Facts.Width} × {result.Facts.Height}, {result.Facts.FramesMasked} of {result.Facts.Frames} frames masked"),
        ItemKind.Call => string.Create(CultureInfo.InvariantCulture, $"{result.Facts.SecondsMasked:0.0} of {result.Facts.Seconds:0.0} s masked"),
        _ => "",
    };
}
