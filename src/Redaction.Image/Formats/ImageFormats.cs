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

    /// <summary>All of them, sorted by id.</summary>
    public static ImmutableArray<ImageFormat> All { get; } = [Avif, Gif, Jpeg, Png, Tiff, Webp];

    /// <summary>The format of a file that begins with <paramref name="head"/> (16 bytes suffice), or null.</summary>
    public static ImageFormat? Sniff(ReadOnlySpan<byte> head)
    {
        foreach (var format in All.AsSpan())
            if (format.Recognises(head)) return format;
        return null;
    }
}
