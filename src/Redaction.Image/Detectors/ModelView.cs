namespace Redaction.Image;

/// <summary>A part of an image as a model sees it that takes sides of any multiple of 32.</summary>
/// <param name="X">Left edge in the image.</param>
/// <param name="Y">Top edge in the image.</param>
/// <param name="Width">Width in pixels of the image.</param>
/// <param name="Height">Height in pixels of the image.</param>
/// <param name="Step">Pixels of the image for a pixel of the model.</param>
/// <param name="Inner">Which sides are cuts through the image.</param>
internal readonly record struct ModelView(int X, int Y, int Width, int Height, float Step, CutSides Inner)
{
    private const int Multiple = 32; // the coarsest stride of the models

    public int Columns => Round(Width);

    public int Rows => Round(Height);

    /// <summary>True when a box of the image touches a cut, so that a neighbour sees more of it.</summary>
    public bool Cuts(in SeenBox box) =>
        (Inner.HasFlag(CutSides.Left) && box.Left < X + Step) || (Inner.HasFlag(CutSides.Right) && box.Right > X + Width - Step)
        || (Inner.HasFlag(CutSides.Top) && box.Top < Y + Step) || (Inner.HasFlag(CutSides.Bottom) && box.Bottom > Y + Height - Step);

    private int Round(int length) => Math.Max(1, ((int)MathF.Ceiling(length / Step) + Multiple - 1) / Multiple) * Multiple;
}
