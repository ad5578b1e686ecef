using Redaction.Image;

namespace Redaction.Documents.Dicom;

/// <summary>Takes in what is to be painted in a frame, and adds the frame to the place of each plan.</summary>
internal sealed class FrameObserver(RedactionObserver next, string path, int frame) : RedactionObserver(next)
{
    /// <summary>What is to be painted.</summary>
    public List<PixelBox> Boxes { get; } = [];

    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
    {
        if (plan is RedactionPlan<PixelBox> painted)
            foreach (var item in painted.Items) Boxes.AddRange(item.Finding.Region.Boxes);
        base.OnPlan(place with { Path = path, Page = frame }, plan, text);
    }

    /// <summary>Stops here: originals are kept by page and place of a file of their own.</summary>
    public override void OnOriginal<TRegion>(in DocumentPlace place, in PlannedRedaction<TRegion> item, OriginalRegion original)
    {
    }

    /// <summary>Stops here: the account is the file's.</summary>
    public override void OnSearched(SearchLedger ledger)
    {
    }
}
