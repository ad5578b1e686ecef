using System.Text;

namespace Redaction.Image.Tests;

/// <summary>Changes PNG files chunk by chunk.</summary>
internal static class PngChunks
{
    /// <summary>The same file, said to be of another size.</summary>
    public static byte[] Claim(byte[] png, uint width, uint height)
    {
        byte[] header = [.. "IHDR"u8, .. BigEndian(width), .. BigEndian(height), .. png.AsSpan(24, 5)];
        return [.. png.AsSpan(0, 12), .. header, .. BigEndian(Crc32(header)), .. png.AsSpan(33)];
    }

    public static byte[] Insert(byte[] png, string type, byte[] body)
    {
        const int header = 8 + 25; // signature and IHDR
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        return [.. png.AsSpan(0, header), .. BigEndian((uint)body.Length), .. named, .. BigEndian(Crc32(named)), .. png.AsSpan(header)];
    }

    private static byte[] BigEndian(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static uint Crc32(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }
        return ~crc;
    }
}
