namespace Redaction.Image;

/// <summary>Counts the pixels of text that could not be read, page by page: they were not searched.</summary>
internal sealed class UnreadText
{
    private const string Kind = "unread-text";
    private readonly int _width, _height;

    /// <param name="width">Of a page.</param>
    /// <param name="height">Of a page.</param>
    /// <param name="pages">How many there are.</param>
    /// <param name="keeps">Whether such text stays as it is.</param>
    public UnreadText(int width, int height, int pages, bool keeps)
    {
        Ledger = new(keeps ? UnsearchedChoice.Keep : UnsearchedChoice.Erase);
        (_width, _height) = (width, height);
        Ledger.CountIn("pixels", Medium.Image);
        Ledger.AddSearched((long)width * height * pages);
    }

    /// <summary>The account of all pages.</summary>
    public SearchLedger Ledger { get; }

    /// <summary>Counts what was found on a page; what several findings share is counted once.</summary>
    /// <param name="findings">All of the page.</param>
    /// <param name="page">0-based.</param>
    /// <param name="masks">Whether a finding is masked.</param>
    public void Count(ReadOnlySpan<Finding<PixelBox>> findings, int page, Predicate<Finding<PixelBox>> masks)
    {
        PixelBox? all = null;
        var done = UnsearchedChoice.Erase;
        foreach (ref readonly var finding in findings)
        {
            if (finding.Type != EntityTypes.UnreadText) continue;
            if (!masks(finding)) done = UnsearchedChoice.Keep;
            all = all is { } others ? others.Union(finding.Region) : finding.Region;
        }
        if (all is not { } region) return;
        var first = (long)_width * _height * page;
        foreach (var box in region.Boxes)
            Ledger.TakeBack(new(Kind, (long)box.Width * box.Height, done) { Offset = first + (long)box.Y * _width + box.X });
    }
}
