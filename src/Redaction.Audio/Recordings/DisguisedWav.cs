using System.Buffers;

namespace Redaction.Audio;

/// <summary>Copies a WAV file with masks and in other voices, in bounded memory.</summary>
internal sealed class DisguisedWav(WavHeader header, WavMask mask, VoiceTurns voices)
{
    private readonly IVoiceChange[] _channels =
        [.. Enumerable.Range(0, header.Channels).Select(_ => voices.Channel(header.SampleRate))];
    private int _turn;

    /// <summary>Writes the samples; the header is written already.</summary>
    public void Write(Stream input, Stream output, int chunkFrames, CancellationToken ct)
    {
        var stored = ArrayPool<byte>.Shared.Rent(chunkFrames * header.FrameSize);
        var samples = ArrayPool<float>.Shared.Rent(chunkFrames * header.Channels);
        var delay = _channels[0].Delay;
        try
        {
            for (long first = -delay; first < header.Frames; first += chunkFrames)
            {
                ct.ThrowIfCancellationRequested();
                var count = (int)Math.Min(chunkFrames, header.Frames - first);
                var fresh = (int)Math.Clamp(header.Frames - (first + delay), 0, count);
                var numbers = samples.AsSpan(0, count * header.Channels);
                numbers.Clear();
                if (fresh > 0)
                {
                    WavReader.ReadExactly(input, stored.AsSpan(0, fresh * header.FrameSize));
                    SampleCodec.Decode(header.Kind, stored.AsSpan(0, fresh * header.FrameSize), numbers[..(fresh * header.Channels)]);
                    // before, so that nothing of a value is smeared over its edges
                    Mask(numbers[..(fresh * header.Channels)], first + delay);
                }
                Disguise(numbers, first + delay);
                var skip = (int)Math.Clamp(-first, 0, count);
                var ready = numbers[(skip * header.Channels)..];
                Mask(ready, first + skip); // after, so that masks are what the operator paints
                SampleCodec.Encode(header.Kind, ready, stored.AsSpan(0, ready.Length / header.Channels * header.FrameSize));
                output.Write(stored, 0, ready.Length / header.Channels * header.FrameSize);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(stored, clearArray: true);
            ArrayPool<float>.Shared.Return(samples, clearArray: true);
        }
    }

    public override string ToString() => "DisguisedWav";

    private void Mask(Span<float> samples, long first)
    {
        if (!samples.IsEmpty) mask.Paint(samples, header, first);
    }

    private void Disguise(Span<float> samples, long first)
    {
        var turns = voices.Turns;
        for (var i = 0; i < samples.Length / header.Channels; i++)
        {
            while (_turn + 1 < turns.Length && turns[_turn + 1].FirstFrame <= first + i) _turn++;
            for (var channel = 0; channel < header.Channels; channel++)
            {
                ref var sample = ref samples[i * header.Channels + channel];
                sample = _channels[channel].Next(sample, turns[_turn].Coefficient);
            }
        }
    }
}
