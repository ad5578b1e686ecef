namespace Redaction.Audio;

/// <summary>Looks at short stretches of a recording before it is copied: where it is silent, how loud it is.</summary>
internal sealed class WavProbe
{
    private const long Window = 10 * TimeSpan.TicksPerMillisecond;
    private const double SilenceBelowSpeech = 25;
    private const double AlwaysSilent = -60;

    private readonly Stream _wav;
    private readonly WavHeader _header;
    private readonly long _start;
    private readonly BleedSearch _bleed;

    private WavProbe(Stream wav, WavHeader header) =>
        (_wav, _header, _start, _bleed) = (wav, header, wav.Position, new(new(wav, header), header));

    /// <summary>Null when the stream cannot be sought; its position, the first sample, stays as it is.</summary>
    public static WavProbe? Open(Stream wav, WavHeader header) => wav.CanSeek ? new(wav, header) : null;

    /// <summary>The first silent place from an edge outwards, within a distance; the edge itself where there is none.</summary>
    public long Silence(long edge, long distance, double? speechDb)
    {
        var threshold = speechDb is { } level ? Math.Max(AlwaysSilent, level - SilenceBelowSpeech) : AlwaysSilent;
        var step = distance < 0 ? -Window : Window;
        for (long moved = 0; Math.Abs(moved) <= Math.Abs(distance); moved += step)
        {
            var at = edge + moved;
            if (at <= 0 || at >= _header.Duration) return Math.Clamp(at, 0, _header.Duration);
            var levels = Levels(AudioSpan.FromBounds(Math.Max(0, at - Window / 2), Math.Min(_header.Duration, at + Window / 2)), Window);
            if (levels.Count == 0 || levels[0] <= threshold) return at;
        }
        return edge;
    }

    /// <summary>Loudness of a second before and a second after a span, without what other spans cover.</summary>
    public AudioSurroundings Around(RedactionPlan<AudioSpan> plan, int index)
    {
        var items = plan.Items;
        var region = items[index].Finding.Region;
        var (before, after) = (index, index);
        while (before > 0 && items[before - 1].Finding.Region.End >= items[before].Finding.Region.Start) before--;
        while (after + 1 < items.Length && items[after].Finding.Region.End >= items[after + 1].Finding.Region.Start) after++;
        var left = AudioSpan.FromBounds(
            Math.Max(before > 0 ? items[before - 1].Finding.Region.End : 0, items[before].Finding.Region.Start - TimeSpan.TicksPerSecond),
            items[before].Finding.Region.Start);
        var right = AudioSpan.FromBounds(
            items[after].Finding.Region.End,
            Math.Min(after + 1 < items.Length ? items[after + 1].Finding.Region.Start : _header.Duration,
                items[after].Finding.Region.End + TimeSpan.TicksPerSecond));
        List<double> levels = [.. Levels(left, 2 * Window), .. Levels(right, 2 * Window)];
        if (levels.Count == 0) return default;
        levels.Sort();
        var loud = levels[(int)(levels.Count * 0.8)]; // speech, not the pauses in it
        return new(loud < AlwaysSilent ? null : Math.Clamp(Math.Round(loud / 3) * 3, -54, -9));
    }

    /// <summary>The channels on which a stretch of the given ones is heard too, and by how many frames the last of them is late.</summary>
    public (ulong Channels, long Late) Bleed(AudioSpan stretch, ulong said)
    {
        var position = _wav.Position;
        try
        {
            return _bleed.Of(stretch, said);
        }
        finally
        {
            _wav.Position = position;
        }
    }

    /// <summary>Root mean square, in decibels below full scale, of each window of a stretch.</summary>
    private List<double> Levels(AudioSpan span, long window)
    {
        var levels = new List<double>();
        var first = Math.Clamp(span.FirstFrame(_header.SampleRate), 0, _header.Frames);
        var count = (int)(Math.Clamp(span.EndFrame(_header.SampleRate), first, _header.Frames) - first);
        if (count == 0) return levels;
        var position = _wav.Position;
        try
        {
            _wav.Position = _start + first * _header.FrameSize;
            var stored = new byte[count * _header.FrameSize];
            WavReader.ReadExactly(_wav, stored);
            var samples = new float[count * _header.Channels];
            SampleCodec.Decode(_header.Kind, stored, samples);
            var size = Math.Max(1, (int)(window * _header.SampleRate / TimeSpan.TicksPerSecond)) * _header.Channels;
            for (var at = 0; at < samples.Length; at += size)
            {
                var part = samples.AsSpan(at, Math.Min(size, samples.Length - at));
                var sum = 0d;
                foreach (var sample in part) sum += float.IsFinite(sample) ? (double)sample * sample : 1;
                levels.Add(10 * Math.Log10(sum / part.Length + 1e-12));
            }
            return levels;
        }
        finally
        {
            _wav.Position = position;
        }
    }
}
