namespace Redaction.Documents.Pdf;

/// <summary>How colours of images are stored, as far as a person has to be seen and a word read (ISO 32000-2 section 8.6).</summary>
internal sealed class PictureColor
{
    private enum ColorKind { Gray, Rgb, Cmyk, Indexed, Tint, Lab }

    private readonly ColorKind _kind;
    private readonly byte[] _palette;

    private PictureColor(ColorKind kind, int components, byte[]? palette = null) =>
        (_kind, Count, _palette) = (kind, components, palette ?? []);

    /// <summary>Components of a pixel.</summary>
    public int Count { get; }

    public bool IsIndexed => _kind == ColorKind.Indexed;

    /// <summary>True when a pixel is one grey value.</summary>
    public bool IsGray => _kind == ColorKind.Gray || (_kind is ColorKind.Tint or ColorKind.Lab);

    /// <summary>The space; null where it is not known.</summary>
    public static PictureColor? Of(PdfFile file, PdfObject space, int depth = 0)
    {
        if (depth > 4) return null;
        var array = file.List(space);
        return array.Count == 0 ? null : file.Name(array[0]) switch
        {
            "DeviceGray" or "G" or "CalGray" => new(ColorKind.Gray, 1),
            "DeviceRGB" or "RGB" or "CalRGB" => new(ColorKind.Rgb, 3),
            "DeviceCMYK" or "CMYK" => new(ColorKind.Cmyk, 4),
            "Lab" => new(ColorKind.Lab, 3),
            "Separation" => new(ColorKind.Tint, 1),
            "DeviceN" when array.Count > 1 => new(ColorKind.Tint, Math.Clamp(file.List(array[1]).Count, 1, 32)),
            "ICCBased" when array.Count > 1 && file.Dictionary(array[1]) is { } profile => Profile(file.Number(profile["N"], 3)),
            "Indexed" or "I" when array.Count > 3 => Indexed(file, array, depth),
            _ => null,
        };
    }

    /// <summary>Components of a space; 0 where it is not known.</summary>
    public static int Components(PdfFile file, PdfObject space) => Of(file, space)?.Count ?? 0;

    private static PictureColor? Profile(int components) => components switch
    {
        1 => new(ColorKind.Gray, 1),
        3 => new(ColorKind.Rgb, 3),
        4 => new(ColorKind.Cmyk, 4),
        _ => null,
    };

    private static PictureColor? Indexed(PdfFile file, IReadOnlyList<PdfObject> array, int depth)
    {
        if (Of(file, array[1], depth + 1) is not { IsIndexed: false } from) return null;
        ReadOnlySpan<byte> table = file.Resolve(array[3]) switch
        {
            PdfString text => text.Bytes,
            PdfStream stream when PdfFilters.Decode(file, stream, out var picture) is { } data && picture is null => data.Span,
            _ => [],
        };
        var palette = new byte[256 * 3];
        Span<int> samples = stackalloc int[32];
        for (var i = 0; i < 256 && (i + 1) * from.Count <= table.Length; i++)
        {
            for (var c = 0; c < from.Count; c++) samples[c] = table[i * from.Count + c];
            var (r, g, b) = from.Color(samples);
            (palette[i * 3], palette[i * 3 + 1], palette[i * 3 + 2]) = (r, g, b);
        }
        return new(ColorKind.Indexed, 1, palette);
    }

    /// <summary>The colour of a pixel of samples of eight bits; an index is taken as it is.</summary>
    public (byte R, byte G, byte B) Color(ReadOnlySpan<int> s)
    {
        switch (_kind)
        {
            case ColorKind.Rgb: return ((byte)s[0], (byte)s[1], (byte)s[2]);
            case ColorKind.Cmyk: return (Mix(s[0], s[3]), Mix(s[1], s[3]), Mix(s[2], s[3]));
            case ColorKind.Indexed:
                var i = (s[0] & 255) * 3;
                return (_palette[i], _palette[i + 1], _palette[i + 2]);
            case ColorKind.Tint:
                var most = 0;
                for (var c = 0; c < Count; c++) most = Math.Max(most, s[c]);
                return ((byte)(255 - most), (byte)(255 - most), (byte)(255 - most));
            default: return ((byte)s[0], (byte)s[0], (byte)s[0]);
        }
    }

    private static byte Mix(int ink, int black) => (byte)((255 - ink) * (255 - black) / 255);

    /// <summary>The sample of a component that paints black.</summary>
    public int Black(int component, int most) => _kind switch
    {
        ColorKind.Cmyk => component == 3 ? most : 0,
        ColorKind.Tint => most,
        ColorKind.Lab => component == 0 ? 0 : most / 2,
        ColorKind.Indexed => Darkest(most),
        _ => 0,
    };

    private int Darkest(int most)
    {
        var best = 0;
        for (var i = 1; i <= Math.Min(most, 255); i++)
            if (Light(i) < Light(best)) best = i;
        return best;
    }

    private int Light(int index) => _palette[index * 3] + _palette[index * 3 + 1] + _palette[index * 3 + 2];
}
