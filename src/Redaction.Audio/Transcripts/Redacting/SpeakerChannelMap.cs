using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>On which channels the found values are said. What is not known counts as said on all.</summary>
internal sealed class SpeakerChannelMap
{
    /// <summary>All channels.</summary>
    public const ulong All = ulong.MaxValue;

    private readonly List<(AudioSpan Time, ulong Channels)> _values = [];
    private readonly long _longest;

    public SpeakerChannelMap(Transcript transcript, TranscriptFindings findings, ImmutableArray<SpeakerChannel> channels)
    {
        foreach (var finding in findings.InMaster)
            if (SpokenPlaces.TimeOf(transcript.Recovered, finding.Region) is { } time)
                _values.Add((time, Of(transcript.Speakers, finding.Region, channels)));
        foreach (var (_, copy, _) in findings.Elsewhere)
            if (copy.Copy.Time is { } time) _values.Add((time, All));
        _values.Sort(static (a, b) => a.Time.CompareTo(b.Time));
        foreach (var (time, _) in _values) _longest = Math.Max(_longest, time.Length);
    }

    /// <summary>A bit for each channel on which something under a mask is said.</summary>
    /// <param name="mask">The masked time.</param>
    /// <param name="count">Number of channels of the recording.</param>
    public ulong Under(AudioSpan mask, int count)
    {
        var channels = 0UL;
        int low = 0, high = _values.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_values[middle].Time.Start >= mask.Start - _longest) high = middle;
            else low = middle + 1;
        }
        for (; low < _values.Count && _values[low].Time.Start < mask.End; low++)
            if (_values[low].Time.End > mask.Start) channels |= _values[low].Channels;
        return channels == 0 || count >= 64 || channels >> count != 0 ? All : channels;
    }

    public override string ToString() => $"SpeakerChannelMap({_values.Count})";

    private static ulong Of(ImmutableArray<SpeakerRun> runs, TextSpan region, ImmutableArray<SpeakerChannel> channels)
    {
        var said = 0UL;
        for (var i = SpeakerRuns.FirstEndingAfter(runs, region.Start); i < runs.Length && runs[i].Span.Start < region.End; i++)
        {
            var of = 0UL;
            foreach (var (speaker, channel) in channels)
            {
                if (!speaker.Matches(runs[i].Speaker)) continue;
                of = 1UL << channel;
                break;
            }
            if (of == 0) return All;
            said |= of;
        }
        return said == 0 ? All : said;
    }
}
