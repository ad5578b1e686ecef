namespace Redaction.Image;

/// <summary>An observer that also sees the pixels before they are painted over, to seal them.</summary>
public interface IPixelObserver : IPlanObserver
{
    /// <summary>Takes notice of a page; a failure stops the work on the image.</summary>
    /// <param name="page">0-based.</param>
    /// <param name="plan">What will be painted over.</param>
    /// <param name="original">The page as it was found; valid during the call only.</param>
    void OnPixels(int page, RedactionPlan<PixelBox> plan, ImageSource original);
}
