namespace Redaction.Image.Tests;

/// <summary>A detector that sees nothing at some of its looks.</summary>
internal sealed class FlickeringDetector(IImageDetector inner, params int[] missed) : IImageDetector
{
    public DetectorInfo Info => inner.Info;

    public int Calls { get; private set; }

    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        if (!missed.Contains(Calls++)) inner.Detect(source, findings);
    }
}
