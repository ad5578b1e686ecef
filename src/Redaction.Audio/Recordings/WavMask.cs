using System.Buffers;

namespace Redaction.Audio;

/// <summary>A plan laid on the frames of a recording: what is overwritten by which operator, and the fades around it.</summary>
internal sealed class WavMask
{
    private static readonly Silence s_silence = new();
    private static readonly EntityType s_nobodyKnows = new("voice");

    private readonly List<Part> _parts = [];

    private WavMask() { }

    /// <summary>Prepares a plan for a recording; the same plan on the same recording always gives the same samples.</summary>
    /// <param name="redactor">Knows the operators.</param>
    /// <param name="plan">What is masked.</param>
    /// <param name="header">The recording.</param>
    /// <param name="probe">Measures the sound around the spans.</param>
    /// <param name="said">On which channels; null masks all.</param>
    public static WavMask Of(AudioRedactor redactor, RedactionPlan<AudioSpan> plan, WavHeader header, WavProbe? probe,
        SpeakerChannelMap? said = null)
    {
        var mask = new WavMask();
        var items = plan.Items;
        for (var i = 0; i < items.Length; i++)
        {
            var (rate, region) = (header.SampleRate, items[i].Finding.Region);
            var (first, end) = (region.FirstFrame(rate), Math.Min(header.Frames, region.EndFrame(rate)));
            var fade = (long)(redactor.EdgesOf(items[i]).Fade.TotalSeconds * rate);
            // The recording's own ends need no fade, and where two spans meet there is nothing to fade to.
            var hasLeft = first > 0 && (i == 0 || items[i - 1].Finding.Region.EndFrame(rate) < first);
            var hasRight = end < header.Frames && (i + 1 == items.Length || items[i + 1].Finding.Region.FirstFrame(rate) > end);
            var (from, to) = (first + (hasLeft ? fade : 0), end - (hasRight ? fade : 0));
            if (from >= to) (from, to) = (first, end);
            var core = items[i] with { Finding = items[i].Finding with { Region = Span(from, to, rate) } };
            var channels = said?.Under(region, header.Channels) ?? SpeakerChannelMap.All;
            var (heard, late) = channels == SpeakerChannelMap.All ? default : probe?.Bleed(region, channels) ?? default;
            mask._parts.Add(
                new(items[i], first, from, to, end, core, redactor.OperatorOf(items[i], probe?.Around(plan, i) ?? default),
                    channels | heard));
            mask.AddEcho(items[i], end, Math.Min(header.Frames, end + late), heard, header);
        }
        mask._parts.Sort(static (a, b) => a.First.CompareTo(b.First));
        return mask;
    }

    /// <summary>What comes late on other channels falls silent after the mask.</summary>
    private void AddEcho(PlannedRedaction<AudioSpan> planned, long first, long end, ulong channels, WavHeader header)
    {
        if (first >= end || channels == 0) return;
        var item = planned with { Finding = planned.Finding with { Region = Span(first, end, header.SampleRate) } };
        _parts.Add(new(null, first, first, end, end, item, s_silence, channels));
    }

    /// <summary>Silences stretches where no mask of the plan lies.</summary>
    /// <param name="stretches">In order, disjoint.</param>
    /// <param name="header">The recording.</param>
    /// <returns>Ticks of what falls silent.</returns>
    public long Silence(IReadOnlyList<AudioSpan> stretches, WavHeader header)
    {
        var masks = _parts.ToArray();
        var (next, total) = (0, 0L);
        foreach (var stretch in stretches)
        {
            var at = stretch.FirstFrame(header.SampleRate);
            var end = Math.Min(header.Frames, stretch.EndFrame(header.SampleRate));
            while (next < masks.Length && masks[next].End <= at) next++;
            for (var i = next; i < masks.Length && masks[i].First < end; i++)
            {
                AddSilence(at, masks[i].First, header);
                at = Math.Max(at, masks[i].End);
            }
            AddSilence(at, end, header);
        }
        _parts.Sort(static (a, b) => a.First.CompareTo(b.First));
        return total;

        void AddSilence(long first, long end, WavHeader wav)
        {
            if (first >= end) return;
            var span = Span(first, end, wav.SampleRate);
            total += span.Length;
            var item = new PlannedRedaction<AudioSpan>(new(s_nobodyKnows, span, 1, "unsearched"), 0, "silence");
            var fade = end - first > wav.SampleRate / 10 ? (long)(s_silence.Edges.Fade.TotalSeconds * wav.SampleRate) : 0;
            _parts.Add(new(null, first, first + (first > 0 ? fade : 0), end - (end < wav.Frames ? fade : 0), end, item, s_silence,
                SpeakerChannelMap.All));
        }
    }

    /// <summary>What of a stretch is painted over, and by which item of the plan; null: by none.</summary>
    public IEnumerable<(PlannedRedaction<AudioSpan>? Planned, long First, long End)> Touched(long first, long end)
    {
        foreach (var part in _parts)
        {
            if (part.First >= end) yield break;
            if (part.End > first) yield return (part.Planned, Math.Max(first, part.First), Math.Min(end, part.End));
        }
    }

    /// <summary>Paints frames.</summary>
    /// <param name="samples">The frames, channels interleaved.</param>
    /// <param name="header">The recording.</param>
    /// <param name="first">Index of the first frame.</param>
    public void Paint(Span<float> samples, WavHeader header, long first)
    {
        var end = first + samples.Length / header.Channels;
        foreach (var part in _parts)
        {
            if (part.First >= end) break;
            if (part.End <= first) continue;
            if (part.Channels == SpeakerChannelMap.All) Paint(samples, header, first, part);
            else PaintSome(samples, header, first, part);
        }
    }

    private static void Paint(Span<float> samples, WavHeader header, long first, Part part)
    {
        Fade(samples, header.Channels, first, part.First, part.From, isOut: true);
        Fade(samples, header.Channels, first, part.To, part.End, isOut: false);
        AudioRedactor.Paint(part.Operator, samples, header.SampleRate, header.Channels, first, part.Item);
    }

    /// <summary>Paints all channels and puts back those on which nothing is said that must go.</summary>
    private static void PaintSome(Span<float> samples, WavHeader header, long first, Part part)
    {
        var from = (int)(Math.Max(part.First, first) - first) * header.Channels;
        var to = (int)Math.Min(samples.Length, (part.End - first) * header.Channels);
        var kept = ArrayPool<float>.Shared.Rent(to - from);
        try
        {
            samples[from..to].CopyTo(kept);
            Paint(samples, header, first, part);
            for (var i = from; i < to; i++)
                if ((part.Channels >> (i % header.Channels) & 1) == 0) samples[i] = kept[i - from];
        }
        finally
        {
            ArrayPool<float>.Shared.Return(kept, clearArray: true);
        }
    }

    public override string ToString() => $"WavMask({_parts.Count})";

    private static void Fade(Span<float> samples, int channels, long first, long from, long to, bool isOut)
    {
        var end = Math.Min(to, first + samples.Length / channels);
        for (var frame = Math.Max(from, first); frame < end; frame++)
        {
            var place = (frame - from + 0.5f) / (to - from);
            var gain = 0.5f + 0.5f * MathF.Cos(MathF.PI * (isOut ? place : 1 - place));
            foreach (ref var sample in samples.Slice((int)(frame - first) * channels, channels)) sample *= gain;
        }
    }

    /// <summary>The widest span that touches just these frames.</summary>
    private static AudioSpan Span(long first, long end, int rate) => AudioSpan.FromBounds(
        (long)(((Int128)first * TimeSpan.TicksPerSecond + rate - 1) / rate), (long)((Int128)end * TimeSpan.TicksPerSecond / rate));

    /// <summary>Frames of a span: fade out, mask, fade in.</summary>
    private sealed record Part(PlannedRedaction<AudioSpan>? Planned, long First, long From, long To, long End,
        PlannedRedaction<AudioSpan> Item, IAudioOperator Operator, ulong Channels);
}
