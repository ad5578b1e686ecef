namespace Redaction.Image;

/// <summary>A read-only view of 8-bit RGB or RGBA pixels, rows from the top, colours as sRGB.</summary>
public readonly ref struct ImageSource : IRedactionSource
{
    private readonly ReadOnlySpan<byte> _pixels;
    private readonly RedactionContext? _context;

    /// <summary>Views pixels without copying them.</summary>
    /// <param name="pixels">The rows, one after the other.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Number of rows.</param>
    /// <param name="channels">3 for RGB, 4 for RGBA.</param>
    /// <param name="context">What is known about the image.</param>
    /// <exception cref="ArgumentException">The sizes do not fit the number of bytes.</exception>
    public ImageSource(ReadOnlySpan<byte> pixels, int width, int height, int channels, RedactionContext? context = null)
    {
        PixelLayout.Check(pixels.Length, width, height, channels);
        _pixels = pixels;
        Width = width;
        Height = height;
        Channels = channels;
        _context = context;
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>Bytes of a pixel: 3 for RGB, 4 for RGBA.</summary>
    public int Channels { get; }

    /// <inheritdoc/>
    public RedactionContext Context => _context ?? RedactionContext.Default;

    /// <summary>The bytes of a row.</summary>
    public ReadOnlySpan<byte> Row(int y) => _pixels.Slice(y * Width * Channels, Width * Channels);

    /// <summary>The same pixels in another context.</summary>
    public ImageSource In(RedactionContext context) => new(_pixels, Width, Height, Channels, context) { Planes = Planes };

    /// <summary>Keeps what detectors sample of the image, for others; null: each samples for itself.</summary>
    internal SharedPlanes? Planes { get; init; }

    /// <summary>The same pixels, of which detectors share what they sample.</summary>
    internal ImageSource With(SharedPlanes planes) => new(_pixels, Width, Height, Channels, _context) { Planes = planes };

    /// <summary>What a box holds, as far as it lies inside the image.</summary>
    internal OriginalRegion Original(PixelBox box)
    {
        box = box.ClampTo(Width, Height);
        if (box.IsEmpty) return default;
        var (stride, first) = (Width * Channels, (box.Y * Width + box.X) * Channels);
        return new(_pixels.Slice(first, (box.Height - 1) * stride + box.Width * Channels), stride, box.X, box.Y, box.Width, box.Height,
            Channels);
    }

    /// <summary>Returns the size only.</summary>
    public override string ToString() => $"ImageSource({Width} x {Height})";
}
