using System.Buffers;
using System.Buffers.Binary;

namespace Redaction.Audio;

/// <summary>Copies a WAV file and overwrites planned spans on the way, in bounded memory.</summary>
internal static class WavWriter
{
    private const int ChunkSize = 128 * 1024;

    /// <summary>Writes the file whose header was read from <paramref name="input"/>:
    /// samples outside the plan are copied byte for byte.</summary>
    public static void Write(
        WavHeader header, Stream input, Stream output, WavMask mask, VoiceTurns? voices,
        RedactionObserver observer, CancellationToken cancellation)
    {
        WriteHeader(header, output);
        var frames = Math.Max(1, ChunkSize / header.FrameSize);
        if (voices is { } turns) new DisguisedWav(header, mask, turns).Write(input, output, frames, cancellation);
        else WriteMasked(header, input, output, mask, frames, observer, cancellation);
        if ((header.DataSize & 1) != 0) output.WriteByte(0);
    }

    private static void WriteMasked(WavHeader header, Stream input, Stream output, WavMask mask, int frames, RedactionObserver observer,
        CancellationToken cancellation)
    {
        var stored = ArrayPool<byte>.Shared.Rent(frames * header.FrameSize);
        var samples = ArrayPool<float>.Shared.Rent(frames * header.Channels);
        try
        {
            for (long first = 0; first < header.Frames; first += frames)
            {
                cancellation.ThrowIfCancellationRequested();
                var count = (int)Math.Min(frames, header.Frames - first);
                var chunk = stored.AsSpan(0, count * header.FrameSize);
                WavReader.ReadExactly(input, chunk);
                Paint(header, chunk, samples, first, mask, observer);
                output.Write(chunk);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(stored, clearArray: true);
            ArrayPool<float>.Shared.Return(samples, clearArray: true);
        }
    }

    /// <summary>Copies a file whose header was read from <paramref name="input"/> and puts stored frames back.</summary>
    public static void PutBack(WavHeader header, Stream input, Stream output,
        IReadOnlyList<(long FirstFrame, ReadOnlyMemory<byte> Stored)> parts, CancellationToken cancellation)
    {
        WriteHeader(header, output);
        var frames = Math.Max(1, ChunkSize / header.FrameSize);
        var stored = ArrayPool<byte>.Shared.Rent(frames * header.FrameSize);
        try
        {
            for (long first = 0; first < header.Frames; first += frames)
            {
                cancellation.ThrowIfCancellationRequested();
                var chunk = stored.AsSpan(0, (int)Math.Min(frames, header.Frames - first) * header.FrameSize);
                WavReader.ReadExactly(input, chunk);
                foreach (var (firstFrame, part) in parts) Overlay(chunk, (firstFrame - first) * header.FrameSize, part.Span);
                output.Write(chunk);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(stored, clearArray: true);
        }
        if ((header.DataSize & 1) != 0) output.WriteByte(0);
    }

    /// <summary>Copies the frames of a span of a file whose header was read from <paramref name="input"/>.</summary>
    public static void Cut(WavHeader header, Stream input, Stream output, AudioSpan span, CancellationToken cancellation)
    {
        var from = Math.Clamp(span.FirstFrame(header.SampleRate), 0, header.Frames);
        var to = Math.Clamp(span.EndFrame(header.SampleRate), from, header.Frames);
        var cut = header with { DataSize = (to - from) * header.FrameSize, Fact = null };
        WriteHeader(cut, output);
        var stored = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var (skip, left) = (from * header.FrameSize, cut.DataSize);
            while (left > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                var chunk = stored.AsSpan(0, (int)Math.Min(ChunkSize, skip > 0 ? skip : left));
                WavReader.ReadExactly(input, chunk);
                if (skip > 0)
                {
                    skip -= chunk.Length;
                    continue;
                }
                output.Write(chunk);
                left -= chunk.Length;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(stored, clearArray: true);
        }
        if ((cut.DataSize & 1) != 0) output.WriteByte(0);
    }

    /// <summary>Writes the part of <paramref name="part"/> that falls into the chunk,
    /// whose bytes it begins <paramref name="at"/> bytes after.</summary>
    private static void Overlay(Span<byte> chunk, long at, ReadOnlySpan<byte> part)
    {
        var (from, to) = (Math.Max(0, at), Math.Min(chunk.Length, at + part.Length));
        if (from < to) part[(int)(from - at)..(int)(to - at)].CopyTo(chunk[(int)from..]);
    }

    private static void Paint(
        WavHeader header, Span<byte> chunk, float[] samples, long firstFrame, WavMask mask, RedactionObserver observer)
    {
        foreach (var (item, from, to) in mask.Touched(firstFrame, firstFrame + chunk.Length / header.FrameSize))
        {
            // Only these frames are decoded and encoded again: the others keep every bit.
            var part = chunk[(int)((from - firstFrame) * header.FrameSize)..(int)((to - firstFrame) * header.FrameSize)];
            if (item is { } planned)
                observer.OnOriginal(default, in planned, new(part, part.Length, from, 0, (int)(to - from), 1, header.FrameSize));
            var numbers = samples.AsSpan(0, (int)(to - from) * header.Channels);
            SampleCodec.Decode(header.Kind, part, numbers);
            mask.Paint(numbers, header, from);
            SampleCodec.Encode(header.Kind, numbers, part);
        }
    }

    private static void WriteHeader(WavHeader header, Stream output)
    {
        var chunks = new ArrayBufferWriter<byte>(256);
        chunks.Write("WAVE"u8);
        var content = 4 + (header.IsRf64 ? 36 : 0) + Padded(header.Format) + (header.Fact is null ? 0 : Padded(header.Fact)) + 8L;
        var total = content + header.DataSize + (header.DataSize & 1);
        if (header.IsRf64)
        {
            Span<byte> sizes = stackalloc byte[28];
            BinaryPrimitives.WriteInt64LittleEndian(sizes, total);
            BinaryPrimitives.WriteInt64LittleEndian(sizes[8..], header.DataSize);
            BinaryPrimitives.WriteInt64LittleEndian(sizes[16..], header.Frames);
            WriteChunk(chunks, "ds64"u8, sizes);
        }
        WriteChunk(chunks, "fmt "u8, header.Format);
        if (header.Fact is not null) WriteChunk(chunks, "fact"u8, header.Fact);
        WriteName(chunks, "data"u8, header.IsRf64 ? uint.MaxValue : (uint)header.DataSize);
        if (!header.IsRf64 && total > uint.MaxValue) throw new RedactionException(ErrorCodes.Malformed, WavReader.Id);
        Span<byte> riff = stackalloc byte[8];
        (header.IsRf64 ? "RF64"u8 : "RIFF"u8).CopyTo(riff);
        BinaryPrimitives.WriteUInt32LittleEndian(riff[4..], header.IsRf64 ? uint.MaxValue : (uint)total);
        output.Write(riff);
        output.Write(chunks.WrittenSpan);
    }

    private static long Padded(byte[] content) => 8 + content.Length + (content.Length & 1);

    private static void WriteChunk(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        WriteName(output, name, (uint)content.Length);
        output.Write(content);
        if ((content.Length & 1) != 0) output.Write([(byte)0]);
    }

    private static void WriteName(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> name, uint size)
    {
        output.Write(name);
        BinaryPrimitives.WriteUInt32LittleEndian(output.GetSpan(4), size);
        output.Advance(4);
    }
}
