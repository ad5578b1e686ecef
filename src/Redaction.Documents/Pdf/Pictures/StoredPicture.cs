using Redaction.Image;

namespace Redaction.Documents.Pdf;

/// <summary>Samples of an image as they are stored (ISO 32000-2 section 8.9.5).</summary>
internal sealed class StoredPicture
{
    private const long MostPixels = 200_000_000;
    private readonly PictureColor _color;
    private readonly byte[] _data;
    private readonly int _bits, _row;
    private readonly bool _isInverted;

    private StoredPicture(PictureColor color, byte[] data, int width, int height, int bits, bool isInverted)
    {
        (_color, _data, Width, Height, _bits, _isInverted) = (color, data, width, height, bits, isInverted);
        _row = (width * color.Count * bits + 7) / 8;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Null where the samples are of an unknown kind, or too few.</summary>
    /// <exception cref="RedactionException">It is too large.</exception>
    public static StoredPicture? Of(PdfFile file, PdfDictionary dictionary, ReadOnlyMemory<byte> data)
    {
        var (width, height) = (file.Number(dictionary["Width"], 0), file.Number(dictionary["Height"], 0));
        if (width <= 0 || height <= 0) return null;
        if ((long)width * height > MostPixels) throw new RedactionException(ErrorCodes.TooLarge, "pdf", "An image has too many pixels.");
        var isMask = dictionary["ImageMask"] is PdfWord { Word: "true" };
        var color = isMask ? PictureColor.Of(file, new PdfName("DeviceGray")) : PictureColor.Of(file, dictionary["ColorSpace"]);
        var isFax = PdfFilters.Of(file, dictionary) is [.., ("CCITTFaxDecode" or "CCF", _)];
        var bits = isMask || isFax ? 1 : file.Number(dictionary["BitsPerComponent"], 8);
        if (color is null || bits is not (1 or 2 or 4 or 8 or 16)) return null;
        var size = ((long)width * color.Count * bits + 7) / 8 * height;
        if (size > PdfFilters.Largest) throw new RedactionException(ErrorCodes.TooLarge, "pdf", "An image has too many pixels.");
        if (data.Length < size / 2) return null;
        var whole = new byte[size];
        data.Span[..(int)Math.Min(size, data.Length)].CopyTo(whole);
        var decode = file.List(dictionary["Decode"]);
        var isInverted = !color.IsIndexed && decode.Count > 1 && file.Real(decode[0], 0) > file.Real(decode[1], 1);
        return new(color, whole, width, height, bits, isInverted);
    }

    /// <summary>The pixels, of one channel or three.</summary>
    public (byte[] Pixels, int Channels) Pixels()
    {
        var channels = _color.IsGray ? 1 : 3;
        var pixels = new byte[(long)Width * Height * channels];
        Span<int> samples = stackalloc int[32];
        var at = 0;
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                for (var c = 0; c < _color.Count; c++) samples[c] = Eight(Get(x * _color.Count + c, y));
                var (r, g, b) = _color.Color(samples);
                pixels[at++] = r;
                if (channels == 1) continue;
                pixels[at++] = g;
                pixels[at++] = b;
            }
        return (pixels, channels);
    }

    private int Most => (1 << _bits) - 1;

    private int Eight(int sample)
    {
        if (_color.IsIndexed) return sample;
        var value = _bits == 8 ? sample : sample * 255 / Most;
        return _isInverted ? 255 - value : value;
    }

    private int Get(int index, int y)
    {
        if (_bits == 8) return _data[y * _row + index];
        if (_bits == 16) return _data[y * _row + index * 2] << 8 | _data[y * _row + index * 2 + 1];
        var bit = index * _bits;
        return (_data[y * _row + bit / 8] >> (8 - _bits - bit % 8)) & Most;
    }

    private void Set(int index, int y, int value)
    {
        if (_bits == 8) _data[y * _row + index] = (byte)value;
        else if (_bits == 16)
            (_data[y * _row + index * 2], _data[y * _row + index * 2 + 1]) = ((byte)(value >> 8), (byte)value);
        else
        {
            var bit = index * _bits;
            var shift = 8 - _bits - bit % 8;
            ref var cell = ref _data[y * _row + bit / 8];
            cell = (byte)((cell & ~(Most << shift)) | value << shift);
        }
    }

    /// <summary>Paints a box black.</summary>
    public void Paint(PixelBox area)
    {
        var box = area.ClampTo(Width, Height);
        for (var c = 0; c < _color.Count; c++)
        {
            var black = _color.Black(c, Most);
            if (_isInverted) black = Most - black;
            for (var y = box.Y; y < box.Bottom; y++)
                for (var x = box.X; x < box.Right; x++) Set(x * _color.Count + c, y, black);
        }
    }

    /// <summary>An image of these samples.</summary>
    public PdfStream Stream(PdfDictionary image)
    {
        var dictionary = image.Without("Filter", "DecodeParms", "Length", "BitsPerComponent", "Metadata");
        dictionary["BitsPerComponent"] = new PdfNumber(_bits);
        return PdfPack.Stream(dictionary, _data);
    }
}
