namespace Redaction.Image;

/// <summary>A writable view of 8-bit RGB or RGBA pixels, rows from the top, that operators paint into.</summary>
public readonly ref struct PixelBuffer
{
    private readonly Span<byte> _pixels;

    /// <summary>Views pixels without copying them.</summary>
    /// <param name="pixels">The rows, one after the other.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Number of rows.</param>
    /// <param name="channels">3 for RGB, 4 for RGBA.</param>
    /// <exception cref="ArgumentException">The sizes do not fit the number of bytes.</exception>
    public PixelBuffer(Span<byte> pixels, int width, int height, int channels)
    {
        PixelLayout.Check(pixels.Length, width, height, channels);
        _pixels = pixels;
        Width = width;
        Height = height;
        Channels = channels;
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>Bytes of a pixel: 3 for RGB, 4 for RGBA.</summary>
    public int Channels { get; }

    /// <summary>The bytes of a row.</summary>
    public Span<byte> Row(int y) => _pixels.Slice(y * Width * Channels, Width * Channels);

    /// <summary>The same pixels, to be looked at.</summary>
    public ImageSource AsSource(RedactionContext? context = null) => new(_pixels, Width, Height, Channels, context);

    /// <summary>Returns the size only.</summary>
    public override string ToString() => $"PixelBuffer({Width} x {Height})";
}
