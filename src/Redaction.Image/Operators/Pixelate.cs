using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Replaces the region by a coarse grid of mean colours, of a fixed number of blocks whatever the size of the region.</summary>
internal sealed class Pixelate : IImageOperator
{
    private const int DefaultBlocks = 6;
    private readonly MaskArea _area;
    private readonly int _blocks;

    /// <summary>Pixelates padded boxes with six blocks across the longer side.</summary>
    public Pixelate() : this(new(), DefaultBlocks) { }

    private Pixelate(MaskArea area, int blocks)
    {
        _area = area;
        _blocks = blocks;
    }

    /// <inheritdoc/>
    public string Id => "pixelate";

    /// <inheritdoc/>
    public string Description => "Replaces the region by a coarse grid of mean colours; weaker than fill.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options => s_options;

    private static readonly ImmutableArray<OperatorOption> s_options =
        [new("blocks", "integer", "6", "Blocks across the longer side, 1 to 16."), .. MaskArea.Options];

    /// <inheritdoc/>
    public IImageOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return new Pixelate(MaskArea.From(options), options.Integer("blocks", DefaultBlocks, 1, 16));
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
        // At least two pixels a block: a grid as fine as the image would leave it as it is.
        var size = Math.Max(2, (Math.Max(bounds.Width, bounds.Height) + _blocks - 1) / _blocks);
        for (var y = bounds.Y; y < bounds.Bottom; y += size)
            for (var x = bounds.X; x < bounds.Right; x += size)
                PaintBlock(image, region, bounds,
                    PixelBox.FromBounds(x, y, Math.Min(x + size, bounds.Right), Math.Min(y + size, bounds.Bottom)));
        _area.FadeOut(image, region);
    }

    private void PaintBlock(PixelBuffer image, PixelBox region, PixelBox bounds, PixelBox block)
    {
        Span<long> sums = stackalloc long[4];
        var channels = image.Channels;
        for (var y = block.Y; y < block.Bottom; y++)
        {
            var row = image.Row(y)[(block.X * channels)..(block.Right * channels)];
            for (var i = 0; i < row.Length; i++) sums[i % channels] += row[i];
        }
        var count = (long)block.Width * block.Height;
        Span<byte> mean = stackalloc byte[channels];
        for (var c = 0; c < channels; c++) mean[c] = (byte)((sums[c] + count / 2) / count);
        for (var y = block.Y; y < block.Bottom; y++)
        {
            var (start, end) = _area.Columns(region, bounds, y);
            var row = image.Row(y);
            for (var x = Math.Max(start, block.X); x < Math.Min(end, block.Right); x++)
                mean.CopyTo(row[(x * channels)..]);
        }
    }
}
