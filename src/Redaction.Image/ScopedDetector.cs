namespace Redaction.Image;

/// <summary>A detector of which only the findings in scope count.</summary>
internal sealed class ScopedDetector(IImageDetector inner, ImageScope scope) : IImageDetector
{
    public DetectorInfo Info => inner.Info;

    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        var all = new FindingSink<PixelBox>();
        inner.Detect(source, all);
        foreach (ref readonly var finding in all.Items)
            if (scope.Counts(in finding, source.Width, source.Height)) findings.Add(in finding);
    }
}
