using System.Buffers.Binary;

namespace Redaction.Image;

/// <summary>What the outer structure of a file tells without decoding it.</summary>
internal static class FileStructure
{
    /// <summary>False when the end that the format prescribes is missing, so that a failure is a cut-off file
    /// and not a broken one.</summary>
    public static bool IsComplete(ImageFormat format, ReadOnlySpan<byte> file) => format.Id switch
    {
        "jpeg" => file.LastIndexOf<byte>([0xFF, 0xD9]) >= 0,
        "png" => file.LastIndexOf("IEND"u8) >= 0,
        "gif" => file.TrimEnd((byte)0) is [.., 0x3B],
        "webp" => file.Length >= 12 && BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) <= (uint)file.Length - 8,
        "tiff" => IsTiffComplete(file),
        "avif" => AreBoxesComplete(file),
        _ => true,
    };

    /// <summary>True when every frame of a WebP file is compressed without loss.</summary>
    public static bool IsLosslessWebp(ReadOnlySpan<byte> file) => file.IndexOf("VP8L"u8) >= 0 && file.IndexOf("VP8 "u8) < 0;

    /// <summary>The boxes at the top lie within the file (ISO/IEC 14496-12, 4.2).</summary>
    private static bool AreBoxesComplete(ReadOnlySpan<byte> file)
    {
        for (var at = 0L; at < file.Length;)
        {
            if (at + 8 > file.Length) return false;
            long size = BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]);
            if (size == 0) return true; // to the end
            if (size == 1) size = at + 16 > file.Length ? long.MaxValue / 2 : BinaryPrimitives.ReadInt64BigEndian(file[((int)at + 8)..]);
            if (size < 8 || size > file.Length - at) return false;
            at += size;
        }
        return true;
    }

    /// <summary>The directory chain lies within the file, and so do the strips or tiles.</summary>
    private static bool IsTiffComplete(ReadOnlySpan<byte> file)
    {
        var tags = new TiffTags(file);
        return tags.IsReadable && tags.DataEnd <= file.Length;
    }
}
