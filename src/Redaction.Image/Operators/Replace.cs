using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Replaces the region by a label or a picture: nothing of the original is left.</summary>
internal sealed class Replace : IImageOperator
{
    private const string Grey = "#808080";
    private readonly MaskArea _area;
    private readonly PaintColor _color;
    private readonly PaintColor _textColor;
    private readonly string? _label;
    private readonly DecodedImage? _picture;
    private readonly bool _drawsFace;

    /// <summary>Writes the entity's name in white on black over padded boxes.</summary>
    public Replace() : this(new(), default, new(255, 255, 255), null, null, drawsFace: false) { }

    private Replace(MaskArea area, PaintColor color, PaintColor textColor, string? label, DecodedImage? picture, bool drawsFace)
    {
        (_area, _color, _textColor) = (area, color, textColor);
        (_label, _picture, _drawsFace) = (label, picture, drawsFace);
    }

    /// <inheritdoc/>
    public string Id => "replace";

    /// <inheritdoc/>
    public string Description =>
        "Puts a label, a picture or a drawn face in the place of the region; nothing of the original is left.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options => s_options;

    private static readonly ImmutableArray<OperatorOption> s_options =
    [
        new("label", "text", "the entity's name", "What is written, in capitals; left out where it does not fit."),
        new("image", "path", "", "Path of an image file that is put there, stretched to the region."),
        new("drawing", "none|face", "none",
            "With 'face', a face of nobody is drawn there, held as the one in the region is: leaning in steps of 15 degrees, turned in "
            + "five, raised in three."),
        new("color", "text", "#000000, #808080 behind a drawn face", "The colour behind, as #rrggbb."),
        new("textColor", "text", "#ffffff", "The colour of the label, as #rrggbb."),
        .. MaskArea.Options,
    ];

    /// <inheritdoc/>
    public IImageOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        var (label, path) = (options.Text("label", "").ToUpperInvariant(), options.Text("image", ""));
        var drawsFace = options.Choice("drawing", "none", "face") == "face";
        if ((label.Length > 0 ? 1 : 0) + (path.Length > 0 ? 1 : 0) + (drawsFace ? 1 : 0) > 1)
            throw new ArgumentException("Options 'label', 'image' and 'drawing' exclude each other.");
        if (!DotLetters.CanWrite(label))
            throw new ArgumentException($"Option 'label' must be made of letters A to Z, digits and '{DotLetters.Known[..4]}:?[]_'.");
        return new Replace(MaskArea.From(options), PaintColor.From(options, "color", drawsFace ? Grey : "#000000"),
            PaintColor.From(options, "textColor", "#ffffff"),
            label.Length > 0 ? label : null, path.Length > 0 ? Open(path) : null, drawsFace);
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
        var face = _drawsFace ? new DrawnFace(region, FacePoses.In(image.AsSource(), region)) : default;
        for (var y = bounds.Y; y < bounds.Bottom; y++)
        {
            var (start, end) = _area.Columns(region, bounds, y);
            _color.Fill(image.Row(y)[(start * image.Channels)..(end * image.Channels)], image.Channels);
            if (_picture is not null) PutRow(_picture, image, bounds, start, end, y);
            for (var x = start; _drawsFace && x < end; x++)
                face.At(x, y, _color).Fill(image.Row(y).Slice(x * image.Channels, image.Channels), image.Channels);
        }
        if (_picture is null && !_drawsFace) Write(image, region.ClampTo(image.Width, image.Height), _label ?? Name(item.Finding.Type));
        _area.FadeOut(image, region);
    }

    /// <summary>Centred, in the largest whole multiple of the dots that leaves a dot free on each side.</summary>
    private void Write(PixelBuffer image, PixelBox box, string text)
    {
        var dots = text.Length * (DotLetters.Width + 1) - 1;
        var scale = Math.Min(box.Width / (dots + 2), box.Height / (DotLetters.Height + 2));
        if (scale == 0) return;
        int left = box.X + (box.Width - dots * scale) / 2, top = box.Y + (box.Height - DotLetters.Height * scale) / 2;
        for (var y = 0; y < DotLetters.Height * scale; y++)
        {
            var row = image.Row(top + y);
            for (var x = 0; x < dots * scale; x++)
            {
                var (sign, column) = Math.DivRem(x / scale, DotLetters.Width + 1);
                if (column < DotLetters.Width && DotLetters.IsSet(text[sign], column, y / scale))
                    _textColor.Fill(row.Slice((left + x) * image.Channels, image.Channels), image.Channels);
            }
        }
    }

    private static string Name(EntityType type)
    {
        var name = type.Name.ToUpperInvariant();
        return DotLetters.CanWrite(name) ? name : "?";
    }

    /// <summary>Means over what each pixel stands for of the picture; where that is transparent, the colour behind shows.</summary>
    private static void PutRow(DecodedImage picture, PixelBuffer image, PixelBox bounds, int start, int end, int y)
    {
        var source = picture.Page(0);
        var row = image.Row(y);
        var (top, bottom) = Range(y - bounds.Y, bounds.Height, source.Height);
        for (var x = start; x < end; x++)
        {
            var (left, right) = Range(x - bounds.X, bounds.Width, source.Width);
            long red = 0, green = 0, blue = 0, alpha = 0;
            for (var v = top; v < bottom; v++)
                for (var u = left; u < right; u++)
                {
                    var from = source.Row(v).Slice(u * source.Channels, source.Channels);
                    var opacity = source.Channels == 4 ? from[3] : 255;
                    (red, green, blue, alpha) =
                        (red + from[0] * opacity, green + from[1] * opacity, blue + from[2] * opacity, alpha + opacity);
                }
            var most = 255L * (bottom - top) * (right - left);
            var to = row.Slice(x * image.Channels, 3);
            (to[0], to[1], to[2]) = (Over(red, to[0]), Over(green, to[1]), Over(blue, to[2]));

            byte Over(long sum, byte behind) => (byte)((sum + behind * (most - alpha) + most / 2) / most);
        }
    }

    private static (int Start, int End) Range(int at, int of, int size)
    {
        var start = (int)((long)at * size / of);
        return (start, Math.Max(start + 1, (int)((long)(at + 1) * size / of)));
    }

    private static DecodedImage Open(string path)
    {
        try
        {
            var file = File.ReadAllBytes(path);
            if (ImageFormats.Sniff(file) is { } format) return new VipsCodec().Decode(file, format, ImageFileOptions.Default);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or RedactionException or NotSupportedException) { }
        throw new ArgumentException(
            $"Option 'image' must be the path of an image file that can be read ("
            + $"{string.Join(", ", ImageFormats.All.Select(static f => f.Id))}).");
    }
}
