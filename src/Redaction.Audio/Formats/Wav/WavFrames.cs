using System.Buffers;

namespace Redaction.Audio;

/// <summary>Frames of a recording as numbers, wherever they lie in it.</summary>
/// <param name="wav">The recording at its first sample; can be sought.</param>
/// <param name="header">Its head.</param>
internal sealed class WavFrames(Stream wav, WavHeader header)
{
    private readonly long _start = wav.Position;

    /// <summary>Reads frames, the channels of each one after another; zeros where there are none.</summary>
    /// <param name="first">Index of the first frame; may lie before the recording.</param>
    /// <param name="samples">Is filled.</param>
    public void Read(long first, Span<float> samples)
    {
        samples.Clear();
        var (from, to) = (Math.Max(0, first), Math.Min(header.Frames, first + samples.Length / header.Channels));
        if (from >= to) return;
        var stored = ArrayPool<byte>.Shared.Rent((int)(to - from) * header.FrameSize);
        try
        {
            var bytes = stored.AsSpan(0, (int)(to - from) * header.FrameSize);
            wav.Position = _start + from * header.FrameSize;
            WavReader.ReadExactly(wav, bytes);
            var numbers = samples[((int)(from - first) * header.Channels)..((int)(to - first) * header.Channels)];
            SampleCodec.Decode(header.Kind, bytes, numbers);
            foreach (ref var number in numbers)
                if (!float.IsFinite(number)) number = 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(stored, clearArray: true);
        }
    }

    public override string ToString() => "WavFrames";
}
