using System.Buffers;
using System.Buffers.Binary;

namespace Redaction.Audio;

/// <summary>Writes a recording as recognisers of speech read it: 16 kHz, one channel, 16 bits.</summary>
internal static class SpeechWav
{
    /// <summary>Bytes before the first sample.</summary>
    public const int HeadLength = 44;

    private const int Rate = 16000;
    private const int Step = 16384;

    /// <summary>How many samples a recording becomes.</summary>
    public static long CountOf(WavHeader header) => (long)((Int128)header.Frames * Rate / header.SampleRate);

    /// <summary>Writes the file.</summary>
    /// <param name="wav">The recording at its first sample; can be sought.</param>
    /// <param name="header">Its head.</param>
    /// <param name="output">Receives the WAV file.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    public static void Write(Stream wav, WavHeader header, Stream output, CancellationToken cancellation)
    {
        var count = CountOf(header);
        output.Write(Head(count));
        var (frames, resampler) = (new WavFrames(wav, header), new Resampler(header.SampleRate, Rate));
        var (channel, mixed, stored) = (new float[Step], new float[Step], new byte[2 * Step]);
        for (long at = 0; at < count; at += Step)
        {
            cancellation.ThrowIfCancellationRequested();
            var samples = (int)Math.Min(Step, count - at);
            Mix(frames, header.Channels, resampler, at, channel.AsSpan(0, samples), mixed.AsSpan(0, samples));
            for (var i = 0; i < samples; i++)
                BinaryPrimitives.WriteInt16LittleEndian(stored.AsSpan(2 * i), (short)Math.Clamp(mixed[i] * 32767, -32768, 32767));
            output.Write(stored, 0, 2 * samples);
        }
        foreach (var numbers in (float[][])[channel, mixed]) Array.Clear(numbers);
        Array.Clear(stored);
    }

    private static void Mix(WavFrames wav, int channels, Resampler resampler, long at, Span<float> channel, Span<float> mixed)
    {
        var from = resampler.PlaceOf(at) - resampler.Reach;
        var frames = (int)(resampler.PlaceOf(at + mixed.Length) + resampler.Reach + 1 - from);
        var input = ArrayPool<float>.Shared.Rent(frames * channels);
        try
        {
            wav.Read(from, input.AsSpan(0, frames * channels));
            mixed.Clear();
            for (var i = 0; i < channels; i++)
            {
                resampler.Fill(input, channels, i, at, channel);
                for (var j = 0; j < mixed.Length; j++) mixed[j] += channel[j] / channels;
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input, clearArray: true);
        }
    }

    private static byte[] Head(long samples)
    {
        var head = new byte[HeadLength];
        var size = (uint)Math.Min(uint.MaxValue - 36, samples * 2); // readers go on to the end of what is longer
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), 36 + size);
        "WAVEfmt "u8.CopyTo(head.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(20), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(22), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(24), Rate);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(28), 2 * Rate);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(32), 2);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(34), 16);
        "data"u8.CopyTo(head.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(40), size);
        return head;
    }
}
