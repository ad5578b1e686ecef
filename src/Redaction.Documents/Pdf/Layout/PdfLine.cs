namespace Redaction.Documents.Pdf;

/// <summary>Glyphs that stand beside each other on one baseline without a gap as wide as between columns.</summary>
internal sealed class PdfLine(double baseline, double size, int angle)
{
    public double Baseline => baseline;

    public double Size => size;

    /// <summary>Which way the text goes, in degrees.</summary>
    public int Angle => angle;

    public List<PlacedGlyph> Glyphs { get; } = [];

    public double Left => Glyphs[0].Left;

    public double Right { get; set; }
}

/// <summary>A glyph along the line that it stands on.</summary>
/// <param name="Index">Among the glyphs of the page.</param>
/// <param name="Left">Where it begins, in the direction of the text.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Baseline">How high it stands.</param>
/// <param name="Size">Height of an em.</param>
/// <param name="Text">What it reads.</param>
internal readonly record struct PlacedGlyph(int Index, double Left, double Right, double Baseline, double Size, string Text);
