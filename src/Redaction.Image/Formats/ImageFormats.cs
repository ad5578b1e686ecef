using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>The image formats that are read and written.</summary>
internal static class ImageFormats
{
    /// <summary>JPEG (ITU-T T.81).</summary>
    public static ImageFormat Jpeg { get; } = new("jpeg",
        "JPEG; blocks outside the masks are taken over as they are, the others written at the file's own quantisation steps.",
        [".jpg", ".jpeg", ".jpe", ".jfif"], static h => h.StartsWith<byte>([0xFF, 0xD8, 0xFF]));

    /// <summary>PNG (ISO/IEC 15948).</summary>
    public static ImageFormat Png { get; } = new("png", "PNG; written without loss, 16 bits a channel where the input has them.",
        [".png"], static h => h.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]));

    /// <summary>WebP (RFC 9649).</summary>
    public static ImageFormat Webp { get; } = new("webp", "WebP, animated too; written without loss where the input was.",
        [".webp"], static h => h.StartsWith("RIFF"u8) && h.Length >= 12 && h[8..12].SequenceEqual("WEBP"u8));

    /// <summary>TIFF 6.0.</summary>
    public static ImageFormat Tiff { get; } = new("tiff",
        "TIFF with all its pages; written without loss, a single page with 16 bits a channel where the input has them.",
        [".tif", ".tiff"], static h => h.StartsWith<byte>([0x49, 0x49, 0x2A, 0]) || h.StartsWith<byte>([0x4D, 0x4D, 0, 0x2A])
            || h.StartsWith<byte>([0x49, 0x49, 0x2B, 0]) || h.StartsWith<byte>([0x4D, 0x4D, 0, 0x2B]));

    /// <summary>GIF (89a).</summary>
    public static ImageFormat Gif { get; } = new("gif", "GIF with all its frames.",
        [".gif"], static h => h.StartsWith("GIF87a"u8) || h.StartsWith("GIF89a"u8));

    /// <summary>AVIF 1.1.</summary>
    public static ImageFormat Avif { get; } = new("avif", "AVIF; the first picture, encoded anew at quality 95 or without loss.",
        [".avif"], static h => h.Length >= 12 && h[4..8].SequenceEqual("ftyp"u8)
            && h[8..12].SequenceEqual("avif"u8));

    /// <summary>HEIC (ISO/IEC 23008-12, pictures in HEVC).</summary>
    public static ImageFormat Heic { get; } = new("heic",
        "HEIC, with libheif's programs on the path; one picture, encoded anew at quality 95.",
        [".heic", ".heif", ".hif"], static h => h.Length >= 12 && h[4..8].SequenceEqual("ftyp"u8)
            && (h[8..12].SequenceEqual("heic"u8) || h[8..12].SequenceEqual("heix"u8) || h[8..12].SequenceEqual("heim"u8)
                || h[8..12].SequenceEqual("heis"u8) || h[8..12].SequenceEqual("mif1"u8)));

    /// <summary>Bitmaps of Windows.</summary>
    public static ImageFormat Bmp { get; } = new("bmp", "BMP, with ffmpeg on the path; written with 8 or 24 bits a pixel, 32 with alpha.",
        [".bmp", ".dib"], static h => h.StartsWith("BM"u8) && h is [_, _, _, _, _, _, 0, 0, 0, 0, _, _, _, _, 12 or 40 or 52 or 56 or 64
            or 108 or 124, 0, ..])
    {
        Outer = new("bmp_pipe", ["-c:v", "bmp"], ("gray", "bgr24", "bgra")),
    };

    /// <summary>JPEG 2000 (ITU-T T.800), as a file or a bare code stream; written as a file.</summary>
    public static ImageFormat Jpeg2000 { get; } = new("jp2", "JPEG 2000, with ffmpeg on the path; written without loss, 8 bits a channel.",
        [".jp2", ".j2k", ".jpf", ".jpx", ".j2c", ".jpc"], static h => h.StartsWith<byte>([0xFF, 0x4F, 0xFF, 0x51])
            || h.StartsWith<byte>([0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A]))
    {
        Outer = new("j2k_pipe", ["-c:v", "jpeg2000", "-format", "jp2", "-pred", "dwt53"], ("gray", "rgb24", "rgba")),
    };

    /// <summary>All of them, sorted by id.</summary>
    public static ImmutableArray<ImageFormat> All { get; } = [Avif, Bmp, Gif, Heic, Jpeg2000, Jpeg, Png, Tiff, Webp];

    /// <summary>The format of a file that begins with <paramref name="head"/> (16 bytes suffice), or null.</summary>
    public static ImageFormat? Sniff(ReadOnlySpan<byte> head)
    {
        foreach (var format in All.AsSpan())
            if (format.Recognises(head)) return format;
        return null;
    }
}
