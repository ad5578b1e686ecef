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
        "avif" or "heic" => AreBoxesComplete(file),
        "bmp" => file.Length >= 6 && BinaryPrimitives.ReadUInt32LittleEndian(file[2..]) <= file.Length,
        "jp2" => file is [0xFF, ..] ? file is [.., 0xFF, 0xD9] : AreBoxesComplete(file),
        _ => true,
    };

    /// <summary>True when more than filling follows the end of the picture: another picture, a film, anything.</summary>
    public static bool HasTail(ImageFormat format, ReadOnlySpan<byte> file)
    {
        var end = format.Id switch
        {
            "jpeg" => JpegEnd(file),
            "png" => file.IndexOf("IEND"u8) is >= 0 and var mark ? mark + 8 : -1,
            "webp" when file.Length >= 12 => 8 + (long)BinaryPrimitives.ReadUInt32LittleEndian(file[4..]),
            "bmp" when file.Length >= 6 => BinaryPrimitives.ReadUInt32LittleEndian(file[2..]),
            _ => -1L,
        };
        return end > 0 && end < file.Length && file[(int)end..].ContainsAnyExcept((byte)0, (byte)0xFF);
    }

    /// <summary>Behind the marker that ends the first picture (ITU-T T.81, B.1.1): those of thumbnails lie in segments, which are passed
    /// over.</summary>
    private static long JpegEnd(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 4 <= file.Length;)
        {
            if (file[at] != 0xFF || file[at + 1] is 0 or 0xFF or (>= 0xD0 and <= 0xD7))
            {
                var next = file[(at + 1)..].IndexOf((byte)0xFF); // within the scan
                if (next < 0) return -1;
                at += 1 + next;
                continue;
            }
            if (file[at + 1] == 0xD9) return at + 2;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        return -1;
    }

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
