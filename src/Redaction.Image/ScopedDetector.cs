namespace Redaction.Image;

/// <summary>A detector of which only the findings in scope count.</summary>
internal sealed class ScopedDetector(IImageDetector inner, ImageScope scope) : IImageDetector
{
    public DetectorInfo Info => inner.Info;

    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        var all = new FindingSink<PixelBox>();
        foreach (ref readonly var finding in findings.Items) all.Add(in finding); // a detector may look at what others have found
        var before = all.Count;
        inner.Detect(source, all);
        foreach (ref readonly var finding in all.Items[before..])
            if (scope.Counts(in finding, source.Width, source.Height)) findings.Add(in finding);
    }
}
