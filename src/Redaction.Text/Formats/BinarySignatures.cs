namespace Redaction.Text;

/// <summary>Beginnings of files that are no text although their bytes might pass for it.</summary>
internal static class BinarySignatures
{
    private static readonly byte[][] s_all =
    [
        "%PDF-"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), [0x1F, 0x8B], // gzip
        "GIF87a"u8.ToArray(), "GIF89a"u8.ToArray(), [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], // JPEG, PNG
        [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A], [0x49, 0x49, 0x2B, 0], [0x4D, 0x4D, 0, 0x2B], // TIFF, BigTIFF
    ];

    /// <summary>True when a file that begins so is no text.</summary>
    public static bool Begin(ReadOnlySpan<byte> head)
    {
        foreach (var signature in s_all)
            if (head.StartsWith(signature)) return true;
        if (head.Length < 12 || !head.StartsWith("RIFF"u8)) return false;
        return head[8..12].SequenceEqual("WAVE"u8) || head[8..12].SequenceEqual("WEBP"u8);
    }
}
