namespace Redaction.Audio;

/// <summary>Where values are asked for or announced.</summary>
internal sealed class CueTrack
{
    private readonly List<(int First, int Last, CueKind Kind)> _cues = [];

    public CueTrack(in SpokenWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var length = words.Match(i, WordKinds.Cue, out var kind);
            if (length == 0) continue;
            _cues.Add((i, i + length - 1, (CueKind)kind));
            i += length - 1;
        }
    }

    /// <summary>The cue that was the last before a word, and how many words ago it ended; the next older one with a higher index.</summary>
    public bool TryBefore(int word, int index, out CueKind kind, out int last)
    {
        (kind, last) = (CueKind.None, -1);
        var at = FirstEndingAt(word) - 1 - index;
        if (at < 0) return false;
        (_, last, kind) = _cues[at];
        return true;
    }

    /// <summary>True when a cue of the kind ended within some words before a word.</summary>
    public bool IsNear(int word, int distance, params ReadOnlySpan<CueKind> kinds)
    {
        for (var i = FirstEndingAt(word) - 1; i >= 0 && word - _cues[i].Last <= distance; i--)
            if (kinds.Contains(_cues[i].Kind)) return true;
        return false;
    }

    /// <summary>The first cue that begins within some words after a word; None when there is none.</summary>
    public CueKind After(int word, int distance)
    {
        var i = FirstEndingAt(word + 1);
        return i < _cues.Count && _cues[i].First - word <= distance ? _cues[i].Kind : CueKind.None;
    }

    /// <summary>Index of the first cue that does not end before the word.</summary>
    private int FirstEndingAt(int word)
    {
        int low = 0, high = _cues.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_cues[middle].Last >= word) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
