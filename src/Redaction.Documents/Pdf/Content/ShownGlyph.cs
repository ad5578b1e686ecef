namespace Redaction.Documents.Pdf;

/// <summary>A glyph that an operator shows.</summary>
/// <param name="Item">Index of its string among the items of the operand.</param>
/// <param name="Offset">Its first byte in the string.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Text">What it reads; null where nothing says so.</param>
/// <param name="Move">The number in an array of <c>TJ</c> that moves as far as the glyph does.</param>
/// <param name="Width">How far it goes, in ems.</param>
/// <param name="At">From ems at its origin to the space of the stream.</param>
/// <param name="IsVertical">True when it goes down.</param>
internal readonly record struct ShownGlyph(
    int Item, int Offset, int Length, string? Text, double Move, double Width, Matrix At, bool IsVertical)
{
    private const double Ascent = 0.82, Descent = -0.24;

    /// <summary>Its corners, in the space of the stream: beginning below and above, end above and below.</summary>
    public void Corners(Span<(double X, double Y)> corners)
    {
        var (left, right, low, high) = IsVertical ? (-0.5, 0.5, Width, 0.0) : (0.0, Width, Descent, Ascent);
        corners[0] = At.Apply(left, low);
        corners[1] = At.Apply(left, high);
        corners[2] = At.Apply(right, high);
        corners[3] = At.Apply(right, low);
    }
}
