using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>The built-in image operators.</summary>
public static class ImageOperators
{
    /// <summary>All of them; <c>fill</c>, the strongest, comes first.</summary>
    public static ImmutableArray<IImageOperator> All { get; } = [new Fill(), new Pixelate(), new Blur(), new Replace(), new Inpaint()];
}
