using System.Collections.Frozen;

namespace Redaction.Audio;

/// <summary>What the names of members mean in lists of words with times that no format is known for.</summary>
internal static class TimedNames
{
    private static readonly (string Suffix, long Unit)[] s_units =
    [
        ("inticks", 1), ("ticks", 1), ("nanoseconds", 0), ("nanos", 0), ("microseconds", 10), ("micros", 10),
        ("milliseconds", TimeSpan.TicksPerMillisecond), ("millis", TimeSpan.TicksPerMillisecond), ("msec", TimeSpan.TicksPerMillisecond),
        ("ms", TimeSpan.TicksPerMillisecond), ("seconds", TimeSpan.TicksPerSecond), ("secs", TimeSpan.TicksPerSecond),
        ("sec", TimeSpan.TicksPerSecond),
    ];

    private static readonly FrozenDictionary<string, TimedName> s_names = Table(
        (TimedName.Start, "start begin from s b at offset starttime begintime fromtime startoffset beginoffset onset ts t0 time timestamp "
            + "tstart tbegin timestart timebegin in audiostart wordstart starts startat startsat startpos starttimestamp first st bt x0"),
        (TimedName.End, "end to e stop until endtime stoptime totime endoffset stopoffset offsetend t1 tend timeend timestop out audioend "
            + "wordend ends endat endsat endpos endtimestamp till last et finish ets endts"),
        (TimedName.Length, "duration dur d length len span durationtime worddur wordduration"),
        (TimedName.Text, "text word w token transcript sentence utterance punctuatedword displaytext caption phrase words speech wordtext "
            + "char character txt"),
        (TimedName.Content, "t content value display line body said message lexical raw name segment"),
        (TimedName.Speaker, "speaker speakerlabel speakername speakerid spk spkid who participant participantid"),
        (TimedName.Other, "id type kind channel role voice party lang language status label class source model emotion sentiment format "
            + "confidence conf score p probability prob avglogprob nospeechprob temperature seek"));

    /// <summary>What a name means; its unit where it tells one, in ticks of 100 ns, otherwise 0.</summary>
    public static (TimedName Name, long Unit) Of(string member)
    {
        Span<char> name = stackalloc char[40];
        var length = 0;
        foreach (var c in member)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            if (length == name.Length) return (TimedName.None, 0);
            name[length++] = char.ToLowerInvariant(c);
        }
        ReadOnlySpan<char> written = name[..length];
        var lookup = s_names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(written, out var known)) return (known, 0);
        foreach (var (suffix, unit) in s_units)
        {
            if (!written.EndsWith(suffix) || !lookup.TryGetValue(written[..^suffix.Length], out known)) continue;
            return known is TimedName.Start or TimedName.End or TimedName.Length ? (known, unit) : (TimedName.None, 0);
        }
        return (TimedName.None, 0);
    }

    private static FrozenDictionary<string, TimedName> Table(params (TimedName Name, string Words)[] rows) =>
        rows.SelectMany(static r => r.Words.Split(' '), static (r, word) => (word, r.Name))
            .ToFrozenDictionary(static r => r.word, static r => r.Name, StringComparer.Ordinal);
}
