using System.Buffers.Binary;

namespace Redaction.Image;

/// <summary>Counts the pages or frames of a file by its own structure, to tell whether the decoder has given all of them.</summary>
internal static class StoredPages
{
    /// <summary>Number of pages; at least 1.</summary>
    public static int In(ImageFormat format, ReadOnlySpan<byte> file) => Math.Max(1, format.Id switch
    {
        "png" => Png(file),
        "gif" => Gif(file),
        "webp" => Webp(file),
        "tiff" => new TiffTags(file).Directories,
        _ => 1,
    });

    /// <summary>Frames of an animated PNG (PNG, third edition), and the default image where it is none of them.</summary>
    private static int Png(ReadOnlySpan<byte> file)
    {
        var (told, frames, isFirstSeen, isExtra) = (0, 0, false, 0);
        for (var at = 8L; at + 12 <= file.Length;)
        {
            var chunk = file[(int)at..];
            long length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            var type = chunk.Slice(4, 4);
            if (type.SequenceEqual("acTL"u8) && chunk.Length >= 12) told = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]),
                int.MaxValue / 2);
            if (type.SequenceEqual("fcTL"u8)) frames++;
            if (type.SequenceEqual("IDAT"u8) && !isFirstSeen) (isFirstSeen, isExtra) = (true, frames == 0 ? 1 : 0);
            at += 12 + length;
        }
        return told == 0 ? 1 : Math.Max(told, frames) + isExtra;
    }

    /// <summary>Image descriptors (GIF 89a, 20).</summary>
    private static int Gif(ReadOnlySpan<byte> file)
    {
        if (file.Length < 13) return 1;
        var at = 13 + Table(file[10]);
        var frames = 0;
        while (at < file.Length)
        {
            switch (file[at])
            {
                case 0x2C when at + 10 < file.Length:
                    frames++;
                    at = AfterBlocks(file, at + 11 + Table(file[at + 9]));
                    break;
                case 0x21 when at + 2 < file.Length: at = AfterBlocks(file, at + 2); break;
                default: return frames;
            }
        }
        return frames;
    }

    private static int Table(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int AfterBlocks(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length && file[at] != 0) at += file[at] + 1;
        return at + 1;
    }

    private static int Webp(ReadOnlySpan<byte> file)
    {
        var frames = 0;
        for (var at = 12L; at + 8 <= file.Length;)
        {
            var chunk = file[(int)at..];
            long length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk.StartsWith("ANMF"u8)) frames++;
            at += 8 + length + (length & 1);
        }
        return frames;
    }
}
