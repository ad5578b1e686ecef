namespace Redaction.Text;

/// <summary>Beginnings of files that are no text although their bytes might pass for it.</summary>
internal static class BinarySignatures
{
    private static readonly byte[][] s_all =
    [
        "%PDF-"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), [0x1F, 0x8B], // gzip
        "{\\rtf"u8.ToArray(), "%!PS"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0], // RTF and PostScript cut words as they like; OLE
        "\u007FELF"u8.ToArray(), "SQLite format 3"u8.ToArray(), [0x37, 0x7A, 0xBC, 0xAF], "Rar!"u8.ToArray(), "BZh"u8.ToArray(),
        "OggS"u8.ToArray(), "fLaC"u8.ToArray(), "ID3"u8.ToArray(), "PAR1"u8.ToArray(), [0xFD, 0x37, 0x7A, 0x58, 0x5A], // xz
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

    /// <summary>True for beginnings of sound, films and pictures that are too short to tell a file from text.</summary>
    /// <param name="head">The first 32 bytes at least.</param>
    /// <param name="length">Length of all.</param>
    public static bool BeginMedia(ReadOnlySpan<byte> head, long length)
    {
        if (head[4..].StartsWith("ftyp"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return true; // MP4, Matroska
        if (head[0] == 0xFF && head[1] is 0xFB or 0xF3 or 0xF2 or 0xF1 or 0xF9 or 0x0A) return true; // MP3, AAC, JPEG XL
        if (head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) || head[4..].StartsWith("jP  "u8)) return true; // Zstandard, JP2
        if (head.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0]) && head[5] == 0 && head[4] is > 0 and < 32) return true; // icons
        return head.StartsWith("BM"u8) && BitConverter.ToUInt32(head[2..6]) == length;
    }
}
