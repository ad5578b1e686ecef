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
        _ => true,
    };

    /// <summary>True when every frame of a WebP file is compressed without loss.</summary>
    public static bool IsLosslessWebp(ReadOnlySpan<byte> file) => file.IndexOf("VP8L"u8) >= 0 && file.IndexOf("VP8 "u8) < 0;

    /// <summary>The directory chain lies within the file, and so do the strips or tiles.</summary>
    private static bool IsTiffComplete(ReadOnlySpan<byte> file)
    {
        var tags = new TiffTags(file);
        return tags.IsReadable && tags.DataEnd <= file.Length;
    }
}
