using Redaction.Image;

namespace Redaction.Tests;

/// <summary>Finds something in the corner of every image, without a model.</summary>
internal sealed class CornerDetector : IImageDetector
{
    public const int Side = 8;

    public DetectorInfo Info { get; } = new("corner", EntityTypes.Term);

    public void Detect(ImageSource source, FindingSink<PixelBox> findings) =>
        findings.Add(new(EntityTypes.Term, new(0, 0, Side, Side), 0.9f, "corner"));
}
