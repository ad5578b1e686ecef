namespace Redaction.Text;

/// <summary>For every look of an anchor, the detectors that can have a value there;
/// so that their number hardly matters for the speed.</summary>
/// <remarks>A detector is asked where both of two looks allow it: the lengths of runs or words,
/// and the kinds of characters about them.</remarks>
internal sealed class AnchorTable
{
    private const int MostDigits = 32;
    private readonly IAnchoredDetector[] _detectors;
    private readonly AnchorProbe[] _probes;
    private readonly int _words;
    private readonly ulong[] _first;
    private readonly ulong[] _second;
    private readonly ulong[] _digits;
    private readonly ulong[] _loose;

    /// <summary>Makes a table of the detectors of one kind of anchor.</summary>
    public AnchorTable(IEnumerable<IAnchoredDetector> detectors, AnchorKinds kind)
    {
        _detectors = [.. detectors.Where(d => d.Anchors.HasFlag(kind))];
        _probes = [.. _detectors.Select(static d => d is AnchoredBy by ? by.ProbeFunction : d.Probe)];
        _words = (_detectors.Length + 63) / 64;
        var isNumber = kind == AnchorKinds.Number;
        _first = Masks(isNumber ? NumberLooks.Count : WordLooks.Count, d => isNumber ? NumberLooks.Of(d) : WordLooks.Of(d));
        _second = Masks(isNumber ? NumberLooks.SecondCount : WordLooks.SecondCount,
            d => isNumber ? NumberLooks.SecondOf(d) : WordLooks.SecondOf(d));
        _digits = Masks(MostDigits + 1, static d => Enumerable.Range(0, MostDigits + 1).Where(n => n >= Math.Min(d.MinDigits, MostDigits)));
        _loose = Masks(1, static d => StandsIsolated(d) ? [] : [0]);
    }

    /// <summary>Number of 64-bit words in a mask; 0 when there are no detectors.</summary>
    public int Words => _words;

    /// <summary>The detector of a bit.</summary>
    public IAnchoredDetector this[int bit] => _detectors[bit];

    /// <summary>Asks the detector of a bit.</summary>
    public void Probe(int bit, TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings) =>
        _probes[bit](source, in anchor, findings);

    /// <summary>Adds the detectors that can have a value whose first digits are the run from <paramref name="start"/>,
    /// and returns the end of the run.</summary>
    public int AddNumber(ReadOnlySpan<char> text, int start, Span<ulong> mask)
    {
        var end = NumberLooks.At(text, start, out var first, out var second);
        ReadOnlySpan<ulong> rows = _first.AsSpan(first * _words, _words), others = _second.AsSpan(second * _words, _words);
        if (IsJoined(text, start))
            for (var i = 0; i < mask.Length; i++) mask[i] |= rows[i] & others[i] & _loose[i];
        else
            for (var i = 0; i < mask.Length; i++) mask[i] |= rows[i] & others[i];
        return end;
    }

    /// <summary>Adds the detectors that can have a value in this word.</summary>
    public void AddWord(ReadOnlySpan<char> text, TextSpan word, Span<ulong> mask)
    {
        WordLooks.At(text, word, out var first, out var second);
        ReadOnlySpan<ulong> rows = _first.AsSpan(first * _words, _words), others = _second.AsSpan(second * _words, _words);
        for (var i = 0; i < mask.Length; i++) mask[i] |= rows[i] & others[i];
    }

    /// <summary>Takes out the detectors that need more digits than an anchor has; false when none is left.</summary>
    public bool Keep(int digits, Span<ulong> mask)
    {
        var row = _digits.AsSpan(Math.Min(digits, MostDigits) * _words, _words);
        ulong any = 0;
        for (var i = 0; i < mask.Length; i++) any |= mask[i] &= row[i];
        return any != 0;
    }

    private ulong[] Masks(int looks, Func<IAnchoredDetector, IEnumerable<int>?> allowed)
    {
        var masks = new ulong[looks * _words];
        for (var d = 0; d < _detectors.Length; d++)
            foreach (var look in allowed(_detectors[d]) ?? Enumerable.Range(0, looks))
                masks[look * _words + d / 64] |= 1UL << d;
        return masks;
    }

    /// <summary>True for a run that a hyphen, stop or slash joins to digits: no value that stands isolated begins
    /// with it, whatever it looks like (<c>TextBench.PlanDense</c>: dates, addresses and numbers in groups ask
    /// for fewer detectors).</summary>
    private static bool IsJoined(ReadOnlySpan<char> text, int start) =>
        start > 1 && text[start - 1] is '-' or '.' or '/' && char.IsAsciiDigit(text[start - 2]);

    private static bool StandsIsolated(IAnchoredDetector detector) => detector switch
    {
        PatternDetector pattern => pattern.Boundary == Boundary.Isolated,
        ShapedDetector shaped => shaped.Shapes.All(static s => s.Boundary == Boundary.Isolated),
        _ => false,
    };
}
