using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Reads a WAV file up to its first sample (RIFF, RF64 by EBU Tech 3306, BW64 by ITU-R BS.2088, which is written as RF64;
/// WAVE_FORMAT_EXTENSIBLE).</summary>
internal static class WavReader
{
    public const string Id = "wav";

    private const int MaximumSmallChunk = 64 * 1024;

    /// <summary>Above it the sizes of a file do not fit into 32 bits.</summary>
    private const long LongestRiff = uint.MaxValue - 2 * MaximumSmallChunk;

    /// <summary>The chunks that are kept.</summary>
    private readonly record struct Chunks(byte[]? Format, byte[]? Fact, long? LongDataSize);

    /// <summary>The names of chunks that may be told; a name of another is data.</summary>
    private static readonly string[] s_known =
        ["LIST", "bext", "iXML", "id3 ", "ID3 ", "cue ", "axml", "_PMX", "cart", "note", "labl", "aXML"];

    public static WavHeader Read(Stream input)
    {
        Span<byte> head = stackalloc byte[12];
        ReadExactly(input, head);
        var isRf64 = head[..4].SequenceEqual("RF64"u8) || head[..4].SequenceEqual("BW64"u8);
        if (!(isRf64 || head[..4].SequenceEqual("RIFF"u8)) || !head[8..].SequenceEqual("WAVE"u8))
            throw new RedactionException(ErrorCodes.UnsupportedFormat, Id,
                "Only RIFF, RF64 and BW64 WAV files are read; convert the recording first.");
        var chunks = default(Chunks);
        var left = new SortedDictionary<string, long>(StringComparer.Ordinal);
        while (true)
        {
            ReadExactly(input, head[..8]);
            long size = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            if (head[..4].SequenceEqual("data"u8)) return Header(input, chunks, size, isRf64, left);
            if (head[..4].SequenceEqual("fmt "u8)) chunks = chunks with { Format = Small(input, size) };
            else if (head[..4].SequenceEqual("fact"u8)) chunks = chunks with { Fact = Small(input, size) };
            else if (isRf64 && head[..4].SequenceEqual("ds64"u8)) chunks = chunks with { LongDataSize = LongDataSize(Small(input, size)) };
            else Leave(input, head[..4], size, left); // metadata: LIST, bext, iXML, id3, cue, adtl and whatever else may name a person
        }
    }

    private static void Leave(Stream input, ReadOnlySpan<byte> name, long size, SortedDictionary<string, long> left)
    {
        SkipChunk(input, size);
        if (name.SequenceEqual("JUNK"u8) || name.SequenceEqual("FLLR"u8) || name.SequenceEqual("PAD "u8)) return;
        var text = System.Text.Encoding.ASCII.GetString(name);
        var kind = s_known.Contains(text) ? $"metadata {text.Trim()}" : "metadata";
        left[kind] = left.GetValueOrDefault(kind) + 1;
    }

    private static WavHeader Header(Stream input, Chunks chunks, long size, bool isRf64, SortedDictionary<string, long> left)
    {
        if (chunks.Format is not { Length: >= 16 } format) throw Malformed();
        if (isRf64 && size == uint.MaxValue) size = chunks.LongDataSize ?? throw Malformed();
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format.AsSpan(2));
        var sampleRate = BinaryPrimitives.ReadUInt32LittleEndian(format.AsSpan(4));
        var frameSize = BinaryPrimitives.ReadUInt16LittleEndian(format.AsSpan(12));
        if (channels is 0 or > 1024 || sampleRate is 0 or > 10_000_000 || frameSize == 0 || frameSize % channels != 0) throw Malformed();
        var kind = WavCodec.Kind(format, frameSize / channels * 8);
        if (frameSize != channels * SampleCodec.Size(kind)) throw Malformed();
        size = WavLength.Of(input, size);
        size -= size % frameSize; // a frame that was cut off is no sound
        if (input.CanSeek && input.Length - input.Position > size + frameSize) left["what follows the sound"] = 1;
        return new(kind, channels, (int)sampleRate, format, chunks.Fact, size, isRf64 || size > LongestRiff)
        {
            Left = left.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private static long LongDataSize(ReadOnlySpan<byte> sizes) =>
        sizes.Length >= 24 ? BinaryPrimitives.ReadInt64LittleEndian(sizes[8..]) : throw Malformed();

    private static byte[] Small(Stream input, long size)
    {
        if (size > MaximumSmallChunk) throw Malformed();
        var content = new byte[size];
        ReadExactly(input, content);
        if ((size & 1) != 0) SkipPadding(input);
        return content;
    }

    private static void SkipChunk(Stream input, long size)
    {
        Skip(input, size);
        if ((size & 1) != 0) SkipPadding(input);
    }

    /// <summary>Some programs leave out the byte that makes the length of a chunk even: the next name then stands there.</summary>
    private static void SkipPadding(Stream input)
    {
        if (!input.CanSeek)
        {
            Skip(input, 1);
            return;
        }
        Span<byte> next = stackalloc byte[5];
        var position = input.Position;
        var length = input.ReadAtLeast(next, next.Length, throwOnEndOfStream: false);
        var isLeftOut = length == next.Length && WavLength.IsName(next[..4]) && !WavLength.IsName(next[1..]);
        input.Position = Math.Min(input.Length, position + (isLeftOut ? 0 : 1));
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
}
