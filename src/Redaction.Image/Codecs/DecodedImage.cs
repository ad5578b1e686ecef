using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>The pixels of all pages of an image file, with what is needed to write it again.</summary>
internal sealed class DecodedImage
{
    private readonly byte[] _pixels;
    private readonly int _pages;

    /// <summary>Holds the pixels of pages of one size, one page after the other.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit the number of bytes.</exception>
    public DecodedImage(ImageFormat format, byte[] pixels, int width, int height, int channels, int pages = 1)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pages);
        PixelLayout.Check(pixels.Length, width, height * pages, channels);
        Format = format;
        _pixels = pixels;
        Width = width;
        Height = height;
        Channels = channels;
        _pages = pages;
    }

    /// <summary>The format that it came in and is written in.</summary>
    public ImageFormat Format { get; }

    /// <summary>Width of a page; of the first one where they differ.</summary>
    public int Width { get; }

    /// <summary>Height of a page; of the first one where they differ.</summary>
    public int Height { get; }

    /// <summary>Bytes of a pixel: 3 for RGB, 4 for RGBA.</summary>
    public int Channels { get; }

    /// <summary>Number of pages or frames.</summary>
    public int Pages => _pages + Further.Length;

    /// <summary>How long each frame is shown, in milliseconds; empty where there is no animation.</summary>
    public ImmutableArray<int> Delays { get; init; } = [];

    /// <summary>How often an animation is repeated; 0 means for ever.</summary>
    public int Loops { get; init; }

    /// <summary>True when the file was compressed without loss, so that it is written so too.</summary>
    public bool Lossless { get; init; }

    /// <summary>True when the file stored colour at half the resolution (4:2:0).</summary>
    public bool SubsampledColor { get; init; }

    /// <summary>True when the file stored grey only; it is written so too unless something coloured was painted.</summary>
    public bool Grey { get; init; }

    /// <summary>The colour profile to write; empty when the pixels are sRGB.</summary>
    public ImmutableArray<byte> ColorProfile { get; init; } = [];

    /// <summary>The file itself, for a codec that takes unpainted parts over as they are stored.</summary>
    /// <value>Empty: the codec does not, or the pixels had to be turned or converted.</value>
    public ReadOnlyMemory<byte> Original { get; init; }

    /// <summary>Boxes of the first page outside of which no pixel was painted.</summary>
    /// <value>Null: not known, so every pixel is written anew.</value>
    public ImmutableArray<PixelBox>? Painted { get; set; }

    /// <summary>Names of the kinds of metadata that the file carried, sorted.</summary>
    public ImmutableArray<string> MetadataKinds { get; init; } = [];

    /// <summary>The pixels of a page, to look at or paint into.</summary>
    public PixelBuffer Page(int index) => index >= _pages ? Further[index - _pages].Page(0)
        : new(_pixels.AsSpan(index * Width * Height * Channels, Width * Height * Channels), Width, Height, Channels);

    /// <summary>The pages after the first, where they are of different size or kind.</summary>
    internal ImmutableArray<DecodedImage> Further { get; init; } = [];

    /// <summary>How many pages or frames the file holds by its own structure; the decoder may give fewer.</summary>
    internal int StoredPages { get; set; }

    /// <summary>Quantisation steps of each component of a JPEG, in zigzag order; empty when not known.</summary>
    internal ImmutableArray<ushort[]> Steps { get; init; } = [];

    internal byte[] Pixels => _pixels;

    /// <summary>Lets the next image of the same size have the memory of the pixels. Nothing may look at them any more, nor at those of an
    /// image that was made of this one.</summary>
    internal void Release() => PixelMemory.Shared.Return(_pixels);

    /// <summary>Returns the size only.</summary>
    public override string ToString() => $"DecodedImage({Format.Id}, {Width} x {Height}, {Pages} pages)";
}
