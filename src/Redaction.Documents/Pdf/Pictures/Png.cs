using System.Buffers.Binary;
using System.IO.Compression;

namespace Redaction.Documents.Pdf;

/// <summary>Writes pixels as PNG, for the reader of pictures.</summary>
internal static class Png
{
    private static readonly uint[] s_table = [.. Enumerable.Range(0, 256).Select(static n =>
    {
        var c = (uint)n;
        for (var k = 0; k < 8; k++) c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        return c;
    })];

    /// <param name="pixels">Eight bits a channel, row by row.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="channels">1 for grey, 3 for RGB.</param>
    public static byte[] Write(byte[] pixels, int width, int height, int channels)
    {
        var output = new MemoryStream();
        output.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)(channels == 1 ? 0 : 2));
        Chunk(output, "IHDR"u8, header);
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels.AsSpan(y * width * channels, width * channels));
            }
        Chunk(output, "IDAT"u8, packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Chunk(output, "IEND"u8, []);
        return output.ToArray();
    }

    private static void Chunk(MemoryStream output, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(kind);
        output.Write(data);
        var crc = uint.MaxValue;
        foreach (var b in kind) crc = s_table[(crc ^ b) & 255] ^ (crc >> 8);
        foreach (var b in data) crc = s_table[(crc ^ b) & 255] ^ (crc >> 8);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        output.Write(number);
    }
}
