using Redaction.Image;

namespace Redaction.Documents.Pdf;

/// <summary>Notes what is found in a picture, and tells where the picture stands.</summary>
internal sealed class FoundBoxes(RedactionObserver next, SearchLedger document, string path, int page) : RedactionObserver(next)
{
    private readonly List<PixelBox> _boxes = [];

    public bool IsEmpty => _boxes.Count == 0;

    public IReadOnlyList<PixelBox> Pixels => _boxes;

    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
    {
        foreach (ref readonly var item in plan.Items.AsSpan())
            if (item.Finding.Region is PixelBox box) _boxes.AddRange(box.Boxes);
        base.OnPlan(place with { Path = path, Page = page }, plan, text);
    }

    public override void OnSearched(SearchLedger ledger)
    {
        if (ledger.Unsearched > 0 || ledger.Parts.Count > 0) document.AddPart(path, ledger);
    }

    /// <summary>Stops here: what is kept to be put back is kept by page and place of a file, and a picture is none.</summary>
    public override void OnOriginal<TRegion>(in DocumentPlace place, in PlannedRedaction<TRegion> item, OriginalRegion original)
    {
    }

    /// <summary>What was found, in the unit square that the image fills: its lower left corner is the origin.</summary>
    public List<PageBox> Boxes(int width, int height) => [.. _boxes.Select(b => new PageBox(
        b.X / (double)width, 1 - b.Bottom / (double)height, b.Right / (double)width, 1 - b.Y / (double)height))];

    /// <summary>The pixels that a box of the unit square touches.</summary>
    public static PixelBox Pixel(in PageBox box, int width, int height) => PixelBox.FromBounds(
        Floor(box.Left * width), Floor((1 - box.Top) * height), Floor(box.Right * width) + 1, Floor((1 - box.Bottom) * height) + 1)
        .ClampTo(width, height);

    private static int Floor(double value) => (int)Math.Clamp(Math.Floor(value), -1e6, 1e6);
}
