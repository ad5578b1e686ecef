using System.Collections.Immutable;

namespace Redaction.Evaluation;

/// <summary>An image with its true boxes.</summary>
/// <param name="Path">Full path of the image file.</param>
/// <param name="Boxes">The true boxes.</param>
internal sealed record LabelledImage(string Path, ImmutableArray<Box> Boxes)
{
    /// <summary>Which part of the data set the image belongs to, such as <c>valid</c>.</summary>
    /// <value>Empty: the data set has no parts.</value>
    public string Split { get; init; } = "";

    /// <summary>The data set's id of the image, by which predictions name it.</summary>
    /// <value>The file name.</value>
    public string Id { get; init; } = System.IO.Path.GetFileName(Path);

    /// <summary>True when boxes are shares of the image's width and height instead of pixels.</summary>
    /// <value>False.</value>
    public bool IsRelative { get; init; }
}
