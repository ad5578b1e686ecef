using System.Buffers.Binary;
using System.Globalization;

namespace Redaction.Documents.Dicom;

/// <summary>What a data set says about its pixels (PS3.3 sections C.7.6.3 and C.11.2).</summary>
internal sealed record PixelModule
{
    private const int LargestSide = 1 << 16, MostFrames = 1 << 24;
    private const long LargestFrame = 1L << 33; // bits: 1 GiB

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    public required int Samples { get; init; }

    public required int Allocated { get; init; }

    public required int Stored { get; init; }

    public required int HighBit { get; init; }

    public required bool IsSigned { get; init; }

    public required string Photometric { get; init; }

    /// <summary>Whether the samples of a frame stand plane by plane.</summary>
    public required bool IsPlanar { get; init; }

    public required int Frames { get; init; }

    /// <summary>The first window, in stored values; null where none is given.</summary>
    public (double Low, double High)? Window { get; init; }

    /// <summary>Whether words of two bytes have the more significant one first.</summary>
    public bool IsBigEndian { get; init; }

    /// <summary>Whether bytes of pixels stand in swapped words: eight bits in big endian words (PS3.5 section 8.1.1).</summary>
    public bool IsSwapped { get; init; }

    /// <summary>The brightness of each entry of the palette; empty where there is none.</summary>
    public byte[] Palette { get; init; } = [];

    /// <summary>The first value that the palette maps.</summary>
    public int PaletteStart { get; init; }

    /// <summary>True where two pixels share their colour: four bytes each pair.</summary>
    public bool IsHalved => Photometric == "YBR_FULL_422" && Samples == 3 && Allocated == 8;

    public long Pixels => (long)Rows * Columns;

    /// <summary>How bright the palette shows a value.</summary>
    public byte Shown(long value) => Palette[Math.Clamp(value - PaletteStart, 0, Palette.Length - 1)];

    /// <summary>Bits of a frame.</summary>
    public long FrameBits => IsHalved ? Pixels * 16 : Pixels * Samples * Allocated;

    /// <summary>Pixels of which nothing is known.</summary>
    public static PixelModule Nothing { get; } = Bits(1, 1, 1);

    /// <summary>Pixels of one bit.</summary>
    public static PixelModule Bits(int rows, int columns, int frames) => new()
    {
        Rows = rows,
        Columns = columns,
        Samples = 1,
        Allocated = 1,
        Stored = 1,
        HighBit = 0,
        IsSigned = false,
        Photometric = "MONOCHROME2",
        IsPlanar = false,
        Frames = frames,
    };

    /// <summary>Reads it; null where a number is missing or makes no sense.</summary>
    /// <exception cref="RedactionException">A frame is larger than memory allows.</exception>
    public static PixelModule? Of(DicomFile file, DicomElement pixels)
    {
        var (dataset, source) = (file.Dataset, file.Source);
        int Number(uint tag, int otherwise) =>
            dataset.Find(tag) is { Items: null } e && ReadNumber(e, source, dataset.Syntax) is { } number ? number : otherwise;
        string Text(uint tag) => dataset.Find(tag) is { Items: null } e ? DicomValues.Ascii(e.In(source)) : "";
        var (rows, columns, samples) = (Number(0x00280010, 0), Number(0x00280011, 0), Number(0x00280002, 1));
        var allocated = Number(0x00280100, 0);
        var stored = Number(0x00280101, allocated);
        _ = int.TryParse(Text(0x00280008), NumberStyles.Integer, CultureInfo.InvariantCulture, out var frames);
        var isFloat = pixels.Tag.Number != DicomTag.PixelData.Number;
        if (rows is < 1 or > LargestSide || columns is < 1 or > LargestSide || samples is not (1 or 3 or 4)) return null;
        if (allocated is not (1 or 8 or 16 or 32 or 64) || stored < 1 || stored > allocated || (isFloat && allocated < 32)) return null;
        if (allocated > 32 && !isFloat) return null;
        var module = new PixelModule
        {
            Rows = rows,
            Columns = columns,
            Samples = samples,
            Allocated = allocated,
            Stored = stored,
            HighBit = Math.Clamp(Number(0x00280102, stored - 1), stored - 1, allocated - 1),
            IsSigned = Number(0x00280103, 0) == 1,
            Photometric = Text(0x00280004),
            IsPlanar = samples > 1 && Number(0x00280006, 0) == 1,
            Frames = Math.Max(1, frames),
            IsBigEndian = dataset.Syntax.IsBigEndian,
            IsSwapped = dataset.Syntax.IsBigEndian && allocated == 8 && pixels.Vr == Vr.OW,
        };
        if (module.FrameBits > LargestFrame || module.Frames > MostFrames)
            throw DicomFault.Of(ErrorCodes.TooLarge, "A frame is larger than 1 GiB, or there are more than 16 million.");
        return WithPalette(module with { Window = WindowOf(Text) }, dataset, source);
    }

    /// <summary>This module for frames that were decoded: little endian, and colours next to each other.</summary>
    public PixelModule Decoded() => this with { IsBigEndian = false, IsSwapped = false, IsPlanar = false };

    private static (double, double)? WindowOf(Func<uint, string> text)
    {
        double? First(uint tag) =>
            double.TryParse(text(tag).Split('\\')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : null;
        if (First(0x00281050) is not { } center || First(0x00281051) is not { } width || !(width >= 1)) return null;
        var (slope, intercept) = (First(0x00281053) ?? 1, First(0x00281052) ?? 0);
        if (slope == 0) slope = 1;
        var (low, high) = ((center - width / 2 - intercept) / slope, (center + width / 2 - intercept) / slope);
        return low <= high ? (low, high) : (high, low);
    }

    private static PixelModule WithPalette(PixelModule module, DicomDataset dataset, byte[] source)
    {
        if (module.Photometric != "PALETTE COLOR" || dataset.Find(0x00281101) is not { Length: >= 6 } descriptor) return module;
        var numbers = descriptor.In(source);
        var (count, start, bits) = (Word(numbers, dataset.Syntax), Word(numbers[2..], dataset.Syntax), Word(numbers[4..], dataset.Syntax));
        var entries = count == 0 ? 65536 : count;
        var palette = new byte[entries];
        foreach (var (tag, weight) in ((uint, int)[])[(0x00281201, 77), (0x00281202, 150), (0x00281203, 29)])
        {
            if (dataset.Find(tag) is not { Items: null } table) return module;
            var values = table.In(source);
            var isWide = values.Length >= entries * 2;
            for (var i = 0; i < entries && (isWide ? 2 * i + 1 : i) < values.Length; i++)
            {
                var value = isWide ? Word(values[(2 * i)..], dataset.Syntax) >> (bits > 8 ? 8 : 0) : values[i];
                palette[i] = (byte)Math.Min(255, palette[i] + (value & 0xFF) * weight / 256);
            }
        }
        return module with { Palette = palette, PaletteStart = module.IsSigned ? (short)start : start };
    }

    private static int Word(ReadOnlySpan<byte> bytes, DicomSyntax syntax) =>
        syntax.IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    /// <summary>The first number of an element; null where it has none.</summary>
    public static int? ReadNumber(DicomElement element, byte[] source, DicomSyntax syntax)
    {
        var value = element.In(source);
        if (element.Vr is Vr.IS or Vr.DS)
            return int.TryParse(DicomValues.Ascii(value), CultureInfo.InvariantCulture, out var number) ? number : null;
        return value.Length >= 2 ? Word(value, syntax) : null;
    }
}
