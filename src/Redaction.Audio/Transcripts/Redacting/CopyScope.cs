namespace Redaction.Audio;

/// <summary>Finds out which part of the master text a copy repeats, from its time and its letters.</summary>
internal sealed class CopyScope
{
    private const long Slack = 100 * TimeSpan.TicksPerMillisecond;

    private readonly CanonicalText _letters;
    private readonly TextPiece<AudioSpan>[] _byTime;
    private readonly long _longest;
    private int _next;

    public CopyScope(Transcript transcript, CanonicalText letters)
    {
        _letters = letters;
        _byTime = [.. transcript.Recovered.Pieces.Where(static p => p.Region is not null)];
        Array.Sort(_byTime, static (a, b) => a.Region!.Value.Start.CompareTo(b.Region!.Value.Start));
        foreach (var piece in _byTime) _longest = Math.Max(_longest, piece.Region!.Value.Length);
    }

    /// <summary>The range of the master text's letters; when the letters of the copy stand there as they are, exactly theirs.</summary>
    public TextSpan Find(TranscriptCopy copy, CanonicalText copyLetters)
    {
        var window = copy.Time is { } time && Spoken(time) is { } spoken ? _letters.Canonical(spoken) : new(0, _letters.Letters.Length);
        var from = _next > window.Start && _next < window.End ? _next : window.Start; // copies mostly follow the master's order
        if (copyLetters.Letters.Length == 0) return new(from, 0);
        var at = Index(copyLetters.Letters, from, window.End);
        if (at < 0 && from > window.Start) at = Index(copyLetters.Letters, window.Start, window.End);
        if (at < 0) return window;
        _next = at + copyLetters.Letters.Length;
        return new(at, copyLetters.Letters.Length);
    }

    private int Index(string letters, int from, int end)
    {
        var at = _letters.Letters.AsSpan(from, end - from).IndexOf(letters, StringComparison.Ordinal);
        return at < 0 ? -1 : from + at;
    }

    private TextSpan? Spoken(AudioSpan time)
    {
        int low = 0, high = _byTime.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_byTime[middle].Region!.Value.Start >= time.Start - Slack - _longest) high = middle;
            else low = middle + 1;
        }
        TextSpan? span = null;
        for (; low < _byTime.Length && _byTime[low].Region!.Value.Start <= time.End + Slack; low++)
            if (_byTime[low].Region!.Value.End >= time.Start - Slack) span = span is { } s ? s.Union(_byTime[low].Span) : _byTime[low].Span;
        return span;
    }
}
