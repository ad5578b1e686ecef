using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Fills the region smoothly from the colours around it, so that it attracts no eye; looks at nothing inside.</summary>
internal sealed class Inpaint : IImageOperator
{
    private const int Sides = 4;
    private const byte Unknown = 128; // where the region is the whole image
    private readonly MaskArea _area;

    /// <summary>Fills padded boxes.</summary>
    public Inpaint() : this(new MaskArea()) { }

    private Inpaint(MaskArea area) => _area = area;

    /// <inheritdoc/>
    public string Id => "inpaint";

    /// <inheritdoc/>
    public string Description => "Fills the region smoothly from the colours around it; nothing of the original is left.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options => MaskArea.Options;

    /// <inheritdoc/>
    public IImageOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return new Inpaint(MaskArea.From(options));
    }

    /// <inheritdoc/>
    public PixelBox Cover(in Finding<PixelBox> finding) => _area.Cover(in finding);

    /// <inheritdoc/>
    public PixelBox Reach(PixelBox region) => _area.Reach(region);

    /// <inheritdoc/>
    public void Paint(PixelBuffer image, in PlannedRedaction<PixelBox> item)
    {
        var region = item.Finding.Region;
        var bounds = _area.Bounds(region, image.Width, image.Height);
        if (bounds.IsEmpty) return;
        float[]?[] rim =
        [
            Rim(image, bounds.Y - 1, bounds.X, bounds.Width, isRow: true), Rim(image, bounds.Bottom, bounds.X, bounds.Width, isRow: true),
            Rim(image, bounds.X - 1, bounds.Y, bounds.Height, isRow: false),
            Rim(image, bounds.Right, bounds.Y, bounds.Height, isRow: false),
        ];
        for (var y = bounds.Y; y < bounds.Bottom; y++)
        {
            var (start, end) = _area.Columns(region, bounds, y);
            var row = image.Row(y);
            for (var x = start; x < end; x++) Mix(rim, bounds, x - bounds.X, y - bounds.Y, row.Slice(x * image.Channels, image.Channels));
        }
        _area.FadeOut(image, region);
    }

    /// <summary>The mean of what the four sides show at this column or row, the nearer the more.</summary>
    private static void Mix(float[]?[] rim, PixelBox bounds, int x, int y, Span<byte> pixel)
    {
        ReadOnlySpan<int> distance = [y + 1, bounds.Height - y, x + 1, bounds.Width - x];
        float total = 0, red = 0, green = 0, blue = 0;
        for (var side = 0; side < Sides; side++)
        {
            if (rim[side] is not { } colors) continue;
            var at = (side < 2 ? x : y) * 3;
            var weight = 1f / distance[side];
            total += weight;
            red += weight * colors[at];
            green += weight * colors[at + 1];
            blue += weight * colors[at + 2];
        }
        (pixel[0], pixel[1], pixel[2]) = total > 0 ? ((byte)(red / total + 0.5f), (byte)(green / total + 0.5f), (byte)(blue / total + 0.5f))
            : (Unknown, Unknown, Unknown);
        if (pixel.Length == 4) pixel[3] = byte.MaxValue;
    }

    /// <summary>The colours along one side, just outside of it, as means over an eighth of its length; null beyond the image.</summary>
    private static float[]? Rim(PixelBuffer image, int line, int start, int count, bool isRow)
    {
        if (line < 0 || line >= (isRow ? image.Height : image.Width)) return null;
        var sums = new long[(count + 1) * 3];
        for (var i = 0; i < count; i++)
        {
            var pixel = isRow ? image.Row(line)[((start + i) * image.Channels)..] : image.Row(start + i)[(line * image.Channels)..];
            for (var c = 0; c < 3; c++) sums[(i + 1) * 3 + c] = sums[i * 3 + c] + pixel[c];
        }
        var means = new float[count * 3];
        var radius = 1 + count / 16;
        for (var i = 0; i < count; i++)
        {
            int first = Math.Max(0, i - radius), end = Math.Min(count, i + radius + 1);
            for (var c = 0; c < 3; c++) means[i * 3 + c] = (sums[end * 3 + c] - sums[first * 3 + c]) / (float)(end - first);
        }
        return means;
    }
}
