using System.Numerics;

namespace Redaction.Audio;

/// <summary>Finds what is said on one channel in the others too: loudspeakers that a microphone hears, and echoes of lines.</summary>
/// <remarks>Waves are compared, not words: softly, late or upside down, the same voice gives the same wave.</remarks>
internal sealed class BleedSearch
{
    private const int Rate = 4000;
    private const double Earliest = -0.03, Latest = 0.25;
    private const double LongestSeconds = 4;
    private const double Least = 0.15;
    private const double Quiet = 1e-9; // below the steps of 16 bits

    /// <summary>Sounds that have nothing in common are as much alike as this, over the root of the seconds compared.</summary>
    private const double ByChance = 0.2;

    private readonly WavFrames _wav;
    private readonly WavHeader _header;
    private readonly int _block;

    /// <param name="wav">The frames of the recording.</param>
    /// <param name="header">Its head.</param>
    public BleedSearch(WavFrames wav, WavHeader header) => (_wav, _header, _block) = (wav, header, Math.Max(1, header.SampleRate / Rate));

    /// <summary>The channels on which a stretch of the given ones is heard too, and by how many frames the last of them is late.</summary>
    /// <param name="stretch">What is masked.</param>
    /// <param name="said">A bit for each channel on which it is said.</param>
    public (ulong Channels, long Late) Of(AudioSpan stretch, ulong said)
    {
        var (found, late) = (0UL, 0L);
        var all = _header.Channels == 64 ? ulong.MaxValue : (1UL << _header.Channels) - 1;
        if (_header.Channels < 2 || (said & all) == all) return (0, 0);
        var rate = _header.SampleRate / (double)_block;
        var (before, after) = ((int)(-Earliest * rate), (int)(Latest * rate));
        var first = stretch.FirstFrame(_header.SampleRate);
        var length = (int)Math.Min((stretch.EndFrame(_header.SampleRate) - first) / _block, (long)(LongestSeconds * rate));
        if (length < 2) return (0, 0);
        var waves = Waves(first - (long)before * _block, length + before + after);
        for (var channel = 0; channel < _header.Channels; channel++)
        {
            if ((said >> channel & 1) != 0) continue;
            for (var from = 0; from < _header.Channels; from++)
            {
                if ((said >> from & 1) == 0) continue;
                if (Place(waves[from].AsSpan(before, length), waves[channel], length / rate) is not { } at) continue;
                found |= 1UL << channel;
                late = Math.Max(late, (long)(at - before + 1) * _block);
            }
        }
        foreach (var wave in waves) Array.Clear(wave);
        return (found, late);
    }

    public override string ToString() => "BleedSearch";

    /// <summary>Where in a wave another one begins that is like it; null where none is.</summary>
    private static int? Place(ReadOnlySpan<float> own, ReadOnlySpan<float> other, double seconds)
    {
        var energy = (double)Dot(own, own);
        var under = (double)Dot(other[..own.Length], other[..own.Length]);
        var floor = Math.Max(Least, ByChance / Math.Sqrt(Math.Max(seconds, 0.05)));
        int? best = null;
        for (var at = 0; at + own.Length <= other.Length; at++)
        {
            var part = other.Slice(at, own.Length);
            if (at > 0) under += (double)part[^1] * part[^1] - (double)other[at - 1] * other[at - 1];
            var scale = Math.Sqrt(energy * Math.Max(under, 0));
            if (scale < Quiet * own.Length) continue;
            var alike = Math.Abs(Dot(own, part)) / scale;
            if (alike > floor) (floor, best) = (alike, at);
        }
        return best;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (sum, i) = (Vector<float>.Zero, 0);
        for (; i + Vector<float>.Count <= a.Length; i += Vector<float>.Count)
            sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        var total = Vector.Sum(sum);
        for (; i < a.Length; i++) total += a[i] * b[i];
        return total;
    }

    /// <summary>The channels of a stretch at the rate of comparison, without what does not swing.</summary>
    private float[][] Waves(long first, int count)
    {
        var channels = _header.Channels;
        var frames = new float[(long)count * _block * channels];
        _wav.Read(first, frames);
        var waves = new float[channels][];
        for (var channel = 0; channel < channels; channel++)
        {
            var wave = waves[channel] = new float[count];
            for (var i = 0; i < count; i++)
                for (var j = 0; j < _block; j++) wave[i] += frames[(i * _block + j) * channels + channel];
            var mean = wave.Sum() / count;
            for (var i = 0; i < count; i++) wave[i] -= mean;
        }
        Array.Clear(frames);
        return waves;
    }
}
