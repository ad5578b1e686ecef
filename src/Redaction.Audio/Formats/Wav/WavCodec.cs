using System.Buffers.Binary;

namespace Redaction.Audio;

/// <summary>Says from the <c>fmt </c> chunk how samples are stored, and which files another program has to decode first.</summary>
internal static class WavCodec
{
    private const int Extensible = 0xFFFE;

    // A subformat is the old tag followed by the fixed rest of the media type's GUID.
    private static ReadOnlySpan<byte> SubformatRest =>
        [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    /// <summary>How a sample is stored.</summary>
    /// <param name="format">Content of the <c>fmt </c> chunk.</param>
    /// <param name="container">Bits that a sample takes up; fewer may be valid.</param>
    /// <exception cref="RedactionException">It is none of the ways that are read here.</exception>
    public static SampleKind Kind(ReadOnlySpan<byte> format, int container)
    {
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        return Known(Tag(format), bits > 0 && bits < container && container - bits < 8 ? container : bits)
            ?? throw new RedactionException(ErrorCodes.UnsupportedFormat, WavReader.Id,
                "Only PCM of 8 to 32 bits, IEEE float, A-law and µ-law are read without ffmpeg; convert the recording first.");
    }

    /// <summary>True for a file with a codec of telephones and recorders, or with its numbers the other way round (RIFX):
    /// ffmpeg makes ordinary samples of it. The stream stays where it is.</summary>
    public static bool IsCoded(Stream wav)
    {
        if (!wav.CanSeek) return false;
        var position = wav.Position;
        try
        {
            Span<byte> head = stackalloc byte[4096];
            head = head[..wav.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
            if (head.Length < 12) return false;
            if (head.StartsWith("RIFX"u8)) return true;
            if (!head.StartsWith("RIFF"u8) && !head.StartsWith("RF64"u8) && !head.StartsWith("BW64"u8)) return false;
            return head[8..].StartsWith("WAVE"u8) && Format(head) is { Length: >= 16 } format
                && Tag(format) is var tag && tag is not (1 or 3 or 6 or 7);
        }
        finally
        {
            wav.Position = position;
        }
    }

    private static SampleKind? Known(int tag, int bits) => (tag, bits) switch
    {
        (1, 8) => SampleKind.Pcm8,
        (1, 16) => SampleKind.Pcm16,
        (1, 24) => SampleKind.Pcm24,
        (1, 32) => SampleKind.Pcm32,
        (3, 32) => SampleKind.Float32,
        (3, 64) => SampleKind.Float64,
        (6, 8) => SampleKind.ALaw,
        (7, 8) => SampleKind.MuLaw,
        _ => null,
    };

    private static int Tag(ReadOnlySpan<byte> format)
    {
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(format);
        if (tag != Extensible) return tag;
        return format.Length >= 40 && format.Slice(26, 14).SequenceEqual(SubformatRest)
            ? BinaryPrimitives.ReadUInt16LittleEndian(format[24..]) : Extensible;
    }

    /// <summary>The <c>fmt </c> chunk, where it stands near the beginning.</summary>
    private static ReadOnlySpan<byte> Format(ReadOnlySpan<byte> head)
    {
        for (long at = 12; at + 8 <= head.Length;)
        {
            var chunk = head[(int)at..];
            long size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk.StartsWith("fmt "u8)) return chunk.Slice(8, (int)Math.Min(size, chunk.Length - 8));
            at += 8 + size + (size & 1);
        }
        return [];
    }
}
