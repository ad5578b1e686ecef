using System.Buffers.Binary;

namespace Redaction.Audio.Tests;

/// <summary>Makes WAV files in code.</summary>
internal static class WavFile
{
    /// <summary>Name, format tag, bits.</summary>
    public static readonly (string Name, int Tag, int Bits)[] Codecs =
    [
        ("pcm8", 1, 8), ("pcm16", 1, 16), ("pcm24", 1, 24), ("pcm32", 1, 32), ("float32", 3, 32), ("float64", 3, 64), ("alaw", 6, 8),
        ("mulaw", 7, 8),
    ];

    public static byte[] Create(
        string codec, int channels, int sampleRate, byte[] data, bool extensible = false, bool rf64 = false, bool metadata = false)
    {
        var (_, tag, bits) = Codecs.Single(c => c.Name == codec);
        var content = new List<byte>("WAVE"u8.ToArray());
        if (rf64)
        {
            var sizes = new byte[28];
            BinaryPrimitives.WriteInt64LittleEndian(sizes.AsSpan(8), data.Length);
            Chunk(content, "ds64", sizes);
        }
        if (metadata) Chunk(content, "LIST", [.. "INFOIART"u8, 5, 0, 0, 0, .. "Jane\0\0"u8]);
        Chunk(content, "fmt ", Format(tag, bits, channels, sampleRate, extensible));
        if (metadata) Chunk(content, "bext", new byte[603]);
        if (tag != 1) Chunk(content, "fact", BitConverter.GetBytes(data.Length / (channels * bits / 8)));
        content.AddRange("data"u8);
        content.AddRange(BitConverter.GetBytes(rf64 ? uint.MaxValue : (uint)data.Length));
        content.AddRange(data);
        if (data.Length % 2 != 0) content.Add(0);
        if (metadata) Chunk(content, "id3 ", "TPE1 Jane Doe"u8.ToArray());
        if (rf64) BinaryPrimitives.WriteInt64LittleEndian(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(content)[12..],
            content.Count);
        if (rf64) BinaryPrimitives.WriteInt64LittleEndian(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(content)[28..],
            data.Length / (channels * bits / 8));
        return [.. rf64 ? "RF64"u8 : "RIFF"u8, .. BitConverter.GetBytes(rf64 ? uint.MaxValue : (uint)content.Count), .. content];
    }

    /// <summary>Seconds of a loud, never silent, seeded signal.</summary>
    public static byte[] Noise(string codec, int channels, int sampleRate, double seconds, int seed = 1)
    {
        var random = new Random(seed);
        var count = (int)(sampleRate * seconds) * channels;
        using var data = new MemoryStream();
        for (var i = 0; i < count; i++)
        {
            var value = (0.3 + random.NextDouble() / 2) * (random.Next(2) * 2 - 1);
            data.Write(codec switch
            {
                "pcm8" => [(byte)(128 + value * 127)],
                "pcm16" => BitConverter.GetBytes((short)(value * 32767)),
                "pcm24" => BitConverter.GetBytes((int)(value * 8388607)).AsSpan(0, 3),
                "pcm32" => BitConverter.GetBytes((int)(value * int.MaxValue)),
                "float32" => BitConverter.GetBytes((float)value),
                "float64" => BitConverter.GetBytes(value),
                _ => [(byte)random.Next(256)],
            });
        }
        return data.ToArray();
    }

    /// <summary>Content of the <c>data</c> chunk of a file without metadata.</summary>
    public static byte[] Data(byte[] file)
    {
        var at = file.AsSpan().IndexOf("data"u8);
        return file[(at + 8)..];
    }

    private static byte[] Format(int tag, int bits, int channels, int sampleRate, bool extensible)
    {
        var size = channels * bits / 8;
        byte[] basic =
        [
            .. BitConverter.GetBytes((ushort)(extensible ? 0xFFFE : tag)), .. BitConverter.GetBytes((ushort)channels),
            .. BitConverter.GetBytes(sampleRate),
            .. BitConverter.GetBytes(sampleRate * size), .. BitConverter.GetBytes((ushort)size), .. BitConverter.GetBytes((ushort)bits),
        ];
        if (!extensible) return basic;
        return
        [
            .. basic, 22, 0, (byte)bits, 0, 0, 0, 0, 0, (byte)tag, 0,
            0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71,
        ];
    }

    private static void Chunk(List<byte> content, string name, byte[] bytes)
    {
        content.AddRange(System.Text.Encoding.ASCII.GetBytes(name));
        content.AddRange(BitConverter.GetBytes(bytes.Length));
        content.AddRange(bytes);
        if (bytes.Length % 2 != 0) content.Add(0);
    }
}
