using System.Buffers.Binary;

namespace Redaction.Audio;

/// <summary>Reads a WAV file up to its first sample (RIFF, RF64 by EBU Tech 3306, BW64 by ITU-R BS.2088, which is written as RF64;
/// WAVE_FORMAT_EXTENSIBLE).</summary>
internal static class WavReader
{
    public const string Id = "wav";

    private const int MaximumSmallChunk = 64 * 1024;

    /// <summary>The chunks that are kept.</summary>
    private readonly record struct Chunks(byte[]? Format, byte[]? Fact, long? LongDataSize);

    public static WavHeader Read(Stream input)
    {
        Span<byte> head = stackalloc byte[12];
        ReadExactly(input, head);
        var isRf64 = head[..4].SequenceEqual("RF64"u8) || head[..4].SequenceEqual("BW64"u8);
        if (!(isRf64 || head[..4].SequenceEqual("RIFF"u8)) || !head[8..].SequenceEqual("WAVE"u8))
            throw new RedactionException(ErrorCodes.UnsupportedFormat, Id,
                "Only RIFF, RF64 and BW64 WAV files are read; convert the recording first.");
        var chunks = default(Chunks);
        while (true)
        {
            ReadExactly(input, head[..8]);
            long size = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            if (head[..4].SequenceEqual("data"u8)) return Header(chunks, size, isRf64);
            if (head[..4].SequenceEqual("fmt "u8)) chunks = chunks with { Format = Small(input, size) };
            else if (head[..4].SequenceEqual("fact"u8)) chunks = chunks with { Fact = Small(input, size) };
            else if (isRf64 && head[..4].SequenceEqual("ds64"u8)) chunks = chunks with { LongDataSize = LongDataSize(Small(input, size)) };
            else Skip(input, size + (size & 1)); // metadata: LIST, bext, iXML, id3, cue, adtl and whatever else may name a person
        }
    }

    private static WavHeader Header(Chunks chunks, long size, bool isRf64)
    {
        if (chunks.Format is not { Length: >= 16 } format) throw Malformed();
        if (isRf64 && size == uint.MaxValue) size = chunks.LongDataSize ?? throw Malformed();
        else if (size == uint.MaxValue)
            throw new RedactionException(ErrorCodes.Malformed, Id,
                "The file does not say how long it is; write it anew to a seekable file.");
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format.AsSpan(2));
        var sampleRate = BinaryPrimitives.ReadUInt32LittleEndian(format.AsSpan(4));
        var frameSize = BinaryPrimitives.ReadUInt16LittleEndian(format.AsSpan(12));
        var kind = Kind(format);
        if (channels is 0 or > 1024 || sampleRate is 0 or > 10_000_000 || frameSize != channels * SampleCodec.Size(kind)) throw Malformed();
        if (size < 0 || size % frameSize != 0) throw Malformed();
        return new(kind, channels, (int)sampleRate, format, chunks.Fact, size, isRf64);
    }

    private static SampleKind Kind(ReadOnlySpan<byte> format)
    {
        const int Extensible = 0xFFFE;
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(format);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        if (tag == Extensible)
        {
            if (format.Length < 40) throw Malformed();
            // A subformat is the old tag followed by the fixed rest of the media type's GUID.
            ReadOnlySpan<byte> rest = [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];
            if (!format.Slice(26, 14).SequenceEqual(rest)) throw Unsupported();
            tag = BinaryPrimitives.ReadUInt16LittleEndian(format[24..]);
        }
        return (tag, bits) switch
        {
            (1, 8) => SampleKind.Pcm8,
            (1, 16) => SampleKind.Pcm16,
            (1, 24) => SampleKind.Pcm24,
            (1, 32) => SampleKind.Pcm32,
            (3, 32) => SampleKind.Float32,
            (3, 64) => SampleKind.Float64,
            (6, 8) => SampleKind.ALaw,
            (7, 8) => SampleKind.MuLaw,
            _ => throw Unsupported(),
        };
    }

    private static long LongDataSize(ReadOnlySpan<byte> sizes) =>
        sizes.Length >= 24 ? BinaryPrimitives.ReadInt64LittleEndian(sizes[8..]) : throw Malformed();

    private static byte[] Small(Stream input, long size)
    {
        if (size > MaximumSmallChunk) throw Malformed();
        var content = new byte[size];
        ReadExactly(input, content);
        if ((size & 1) != 0) Skip(input, 1);
        return content;
    }

    private static void Skip(Stream input, long count)
    {
        Span<byte> buffer = stackalloc byte[512];
        while (count > 0)
        {
            var part = (int)Math.Min(count, buffer.Length);
            ReadExactly(input, buffer[..part]);
            count -= part;
        }
        buffer.Clear();
    }

    public static void ReadExactly(Stream input, Span<byte> buffer)
    {
        if (input.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
            throw new RedactionException(ErrorCodes.Truncated, Id, "The recording ends too early.");
    }

    private static RedactionException Malformed() => new(ErrorCodes.Malformed, Id);

    private static RedactionException Unsupported() =>
        new(ErrorCodes.UnsupportedFormat, Id,
            "Only PCM of 8 to 32 bits, IEEE float, A-law and µ-law are read; convert the recording first.");
}
