namespace Redaction.Image.Tests;

/// <summary>A detector that always finds the same faces.</summary>
internal sealed class FixedBoxes(params PixelBox[] boxes) : IImageDetector
{
    public DetectorInfo Info { get; } = new("face", EntityTypes.Face);

    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        foreach (var box in boxes) findings.Add(new(EntityTypes.Face, box, 0.9f, "face"));
    }
}
