using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Paints one colour: nothing of the original is left.</summary>
internal sealed class Fill : IImageOperator
{
    private readonly MaskArea _area;
    private readonly PaintColor _color;

    /// <summary>Fills padded boxes with black.</summary>
    public Fill() : this(new(), default) { }

    private Fill(MaskArea area, PaintColor color)
    {
        _area = area;
        _color = color;
    }

    /// <inheritdoc/>
    public string Id => "fill";

    /// <inheritdoc/>
    public string Description => "Paints the region in one colour; nothing of the original is left.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options => s_options;

    private static readonly ImmutableArray<OperatorOption> s_options =
        [new("color", "text", "#000000", "The colour as #rrggbb."), .. MaskArea.Options];

    /// <inheritdoc/>
    public IImageOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return new Fill(MaskArea.From(options), PaintColor.From(options, "color", "#000000"));
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
        for (var y = bounds.Y; y < bounds.Bottom; y++)
        {
            var (start, end) = _area.Columns(region, bounds, y);
            _color.Fill(image.Row(y)[(start * image.Channels)..(end * image.Channels)], image.Channels);
        }
        _area.FadeOut(image, region);
    }
}
