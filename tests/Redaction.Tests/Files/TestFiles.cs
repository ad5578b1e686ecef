using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Redaction.Image;

namespace Redaction.Tests;

/// <summary>Small files made in code.</summary>
internal static class TestFiles
{
    public const string Address = "canary.person@example.com";

    /// <summary>A white picture with a remark about who made it.</summary>
    public static byte[] Png(int width = 32, int height = 24)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2); // 8 bits, RGB
        Chunk(file, "IHDR", header);
        Chunk(file, "tEXt", Encoding.ASCII.GetBytes("Author\0" + Address));
        var rows = Enumerable.Repeat((byte)255, height * (1 + width * 3)).ToArray();
        for (var y = 0; y < height; y++) rows[y * (1 + width * 3)] = 0;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(rows);
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>True when the corner is painted over, the rest is not, and the remark is gone.</summary>
    public static bool IsRedacted(byte[] png)
    {
        if (Encoding.Latin1.GetString(png).Contains(Address, StringComparison.Ordinal)) return false;
        var page = new VipsCodec().Decode(png, ImageFormats.Png, ImageFileOptions.Default).Page(0);
        var source = page.AsSource(null);
        return source.Row(0)[..3] is [0, 0, 0] && source.Row(source.Height - 1)[^3..] is [255, 255, 255];
    }

    /// <summary>Four seconds of a steady hum: 16 bits, one channel.</summary>
    public static byte[] Wav(int rate = 8000, int seconds = 4)
    {
        var data = new byte[rate * seconds * 2];
        for (var i = 0; i < data.Length / 2; i++) BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(i * 2), Hum(i));
        var format = new byte[16];
        BinaryPrimitives.WriteInt16LittleEndian(format, 1);
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(2), 1);
        BinaryPrimitives.WriteInt32LittleEndian(format.AsSpan(4), rate);
        BinaryPrimitives.WriteInt32LittleEndian(format.AsSpan(8), rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(12), 2);
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(14), 16);
        return
        [
            .. "RIFF"u8, .. BitConverter.GetBytes(36 + data.Length), .. "WAVEfmt "u8, .. BitConverter.GetBytes(16), .. format,
            .. "data"u8, .. BitConverter.GetBytes(data.Length), .. data,
        ];
    }

    private static short Hum(int sample) => (short)(9000 * Math.Sin(sample * 0.3));

    public static string Srt => $"1\n00:00:01,000 --> 00:00:03,000\nmail {Address}\n";

    public static void Chunk(MemoryStream file, string type, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
        }
        return ~crc;
    }
}
