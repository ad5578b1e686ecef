using System.Buffers.Binary;

namespace Redaction.Audio;

/// <summary>Turns stored samples into numbers from −1 to 1 and back.</summary>
internal static class SampleCodec
{
    public static int Size(SampleKind kind) => kind switch
    {
        SampleKind.Pcm8 or SampleKind.ALaw or SampleKind.MuLaw => 1,
        SampleKind.Pcm16 => 2,
        SampleKind.Pcm24 => 3,
        SampleKind.Pcm32 or SampleKind.Float32 => 4,
        _ => 8,
    };

    public static void Decode(SampleKind kind, ReadOnlySpan<byte> stored, Span<float> samples)
    {
        var size = Size(kind);
        for (var i = 0; i < samples.Length; i++) samples[i] = Decode(kind, stored.Slice(i * size, size));
    }

    public static void Encode(SampleKind kind, ReadOnlySpan<float> samples, Span<byte> stored)
    {
        var size = Size(kind);
        for (var i = 0; i < samples.Length; i++) Encode(kind, samples[i], stored.Slice(i * size, size));
    }

    private static float Decode(SampleKind kind, ReadOnlySpan<byte> stored) => kind switch
    {
        SampleKind.Pcm8 => (stored[0] - 128) / 128f,
        SampleKind.Pcm16 => BinaryPrimitives.ReadInt16LittleEndian(stored) / 32768f,
        SampleKind.Pcm24 => ((stored[0] << 8) | (stored[1] << 16) | (stored[2] << 24)) / 2147483648f,
        SampleKind.Pcm32 => BinaryPrimitives.ReadInt32LittleEndian(stored) / 2147483648f,
        SampleKind.Float32 => BinaryPrimitives.ReadSingleLittleEndian(stored),
        SampleKind.Float64 => (float)BinaryPrimitives.ReadDoubleLittleEndian(stored),
        SampleKind.ALaw => G711.DecodeALaw(stored[0]) / 32768f,
        _ => G711.DecodeMuLaw(stored[0]) / 32768f,
    };

    private static void Encode(SampleKind kind, float sample, Span<byte> stored)
    {
        switch (kind)
        {
            case SampleKind.Pcm8: stored[0] = (byte)(Scaled(sample, 7) + 128); break;
            case SampleKind.Pcm16: BinaryPrimitives.WriteInt16LittleEndian(stored, (short)Scaled(sample, 15)); break;
            case SampleKind.Pcm24:
                var value = Scaled(sample, 23);
                (stored[0], stored[1], stored[2]) = ((byte)value, (byte)(value >> 8), (byte)(value >> 16));
                break;
            case SampleKind.Pcm32: BinaryPrimitives.WriteInt32LittleEndian(stored, (int)Scaled(sample, 31)); break;
            case SampleKind.Float32: BinaryPrimitives.WriteSingleLittleEndian(stored, sample); break;
            case SampleKind.Float64: BinaryPrimitives.WriteDoubleLittleEndian(stored, sample); break;
            case SampleKind.ALaw: stored[0] = G711.EncodeALaw((short)Scaled(sample, 15)); break;
            default: stored[0] = G711.EncodeMuLaw((short)Scaled(sample, 15)); break;
        }
    }

    private static long Scaled(float sample, int bits)
    {
        var full = 1L << bits;
        return Math.Clamp((long)Math.Round((double)sample * full), -full, full - 1);
    }
}
