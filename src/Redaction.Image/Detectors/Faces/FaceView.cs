namespace Redaction.Image;

/// <summary>A square part of an image that the model looks at; it may reach beyond the image, where the model sees black.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Size">Side in pixels of the image.</param>
/// <param name="Doubt">How many logits a score from this view is worth less: small tiles see more things that only look like faces.</param>
/// <param name="Inner">Which sides are cuts through the image rather than its own edges:
/// faces cut there are seen whole in a neighbour.</param>
internal readonly record struct FaceView(int X, int Y, int Size, float Doubt, CutSides Inner);

/// <summary>Sides of a view at which the image goes on.</summary>
[Flags]
internal enum CutSides { None = 0, Left = 1, Top = 2, Right = 4, Bottom = 8 }
