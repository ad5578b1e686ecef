using System.Collections.Immutable;

namespace Redaction.Evaluation;

/// <summary>An image with its true boxes.</summary>
/// <param name="Path">Full path of the image file.</param>
/// <param name="Boxes">The true boxes.</param>
public sealed record LabelledImage(string Path, ImmutableArray<Box> Boxes);
