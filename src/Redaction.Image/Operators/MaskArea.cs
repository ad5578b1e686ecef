using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>How far and in which shape an operator paints around a finding: the options that all operators share.</summary>
internal sealed record MaskArea(double? Padding = null, MaskShape? Outline = null, int Feather = 0)
{
    private const double FacePadding = 0.3;
    private const double OtherPadding = 0.15;
    private const double SidewaysPadding = 0.3; // of the height: the last character of a plate is the one that is left to read
    private const int MaxFeather = 64;

    private MaskShape Shape => Outline ?? MaskShape.Box;

    public static ImmutableArray<OperatorOption> Options { get; } =
    [
        new("padding", "number", "0.3 for faces, 0.15 for others and sideways at least 0.3 of the height for plates; 0 for an ellipse",
            "Part of the box's width and height by which it grows, half on each side."),
        new("shape", "box|ellipse|rotated|polygon", "box",
            "What is painted: the padded box, the ellipse through its corners, a turned rectangle or a polygon around it; each "
            + "covers all of the box."),
        new("angle", "number", "0", "For shape: rotated, degrees clockwise by which the rectangle is turned, -90 to 90."),
        new("points", "text", "",
            "For shape: polygon, its corners as parts of the box, such as '0.5 -0.5, 1.5 0.5, 0.5 1.5, -0.5 0.5'; convex "
            + "and around the whole box."),
        new("feather", "integer", "0", "Pixels outside the mask over which it fades, 0 to 64; the mask itself stays whole."),
    ];

    public static MaskArea From(OperatorOptions options)
    {
        var shape = MaskShape.From(options.Choice("shape", "box", "ellipse", "rotated", "polygon"), options.Number("angle", 0, -90, 90),
            options.Text("points", ""));
        var padding = options.Number("padding", double.NaN, 0, 4);
        return new(double.IsNaN(padding) ? null : padding, shape, options.Integer("feather", 0, 0, MaxFeather));
    }

    public PixelBox Cover(in Finding<PixelBox> finding)
    {
        var box = finding.Region;
        if (Padding is { } chosen) return box.Grow(chosen);
        if (Shape == MaskShape.Ellipse) return box;
        if (finding.Type == EntityTypes.Face) return box.Grow(FacePadding);
        var padded = box.Grow(OtherPadding);
        return finding.Type == EntityTypes.LicensePlate
            ? padded.Span(box.Grow((int)Math.Ceiling(box.Height * SidewaysPadding), 0))
            : padded;
    }

    /// <summary>The box around everything that is changed, the faded edge too.</summary>
    public PixelBox Reach(PixelBox region) => Shape.Around(region).Grow(Feather, Feather);

    /// <summary>The box around the mask, cut at the edges of the image.</summary>
    public PixelBox Bounds(PixelBox region, int width, int height) => Shape.Around(region).ClampTo(width, height);

    /// <summary>The columns of the mask in a row, within <paramref name="bounds"/>.</summary>
    public (int Start, int End) Columns(PixelBox region, PixelBox bounds, int y)
    {
        var (left, right) = Shape.Columns(region, y);
        var start = Math.Clamp(left, bounds.X, bounds.Right);
        return (start, Math.Clamp(right, start, bounds.Right));
    }

    /// <summary>
    /// Fades the painted mask into what lies around it: each pixel outside takes a share of the nearest pixel of the mask. Nothing
    /// of the mask's inside is uncovered.
    /// </summary>
    public void FadeOut(PixelBuffer image, PixelBox region)
    {
        var bounds = Bounds(region, image.Width, image.Height);
        if (Feather == 0 || bounds.IsEmpty) return;
        var spans = new (int Start, int End)[bounds.Height];
        for (var i = 0; i < spans.Length; i++) spans[i] = Columns(region, bounds, bounds.Y + i);
        var reach = bounds.Grow(Feather, Feather).ClampTo(image.Width, image.Height);
        for (var y = reach.Y; y < reach.Bottom; y++)
            for (var x = reach.X; x < reach.Right; x++)
                FadePixel(image, spans, bounds.Y, x, y);
    }

    private void FadePixel(PixelBuffer image, (int Start, int End)[] spans, int top, int x, int y)
    {
        var (nearest, fromX, fromY) = (int.MaxValue, 0, 0);
        for (var row = Math.Max(top, y - Feather); row <= Math.Min(top + spans.Length - 1, y + Feather); row++)
        {
            var (start, end) = spans[row - top];
            if (end <= start) continue;
            var column = Math.Clamp(x, start, end - 1);
            var distance = (x - column) * (x - column) + (y - row) * (y - row);
            if (distance == 0) return;
            if (distance < nearest) (nearest, fromX, fromY) = (distance, column, row);
        }
        var share = 1 - Math.Sqrt(nearest) / (Feather + 1);
        if (share <= 0) return;
        var from = image.Row(fromY).Slice(fromX * image.Channels, image.Channels);
        var to = image.Row(y).Slice(x * image.Channels, image.Channels);
        for (var c = 0; c < to.Length; c++) to[c] = (byte)Math.Round(to[c] + (from[c] - to[c]) * share);
    }
}
