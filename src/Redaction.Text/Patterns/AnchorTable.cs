using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>For every look of an anchor, the detectors that can have a value there; so that their number hardly matters for the speed.</summary>
internal sealed class AnchorTable
{
    private const int Longest = 16;
    private const int LongestWord = 31;
    private const int Gap = 3;
    private const int NumberLooks = (Longest + 1) * 2 * (Longest + 1);
    private const int LongestBefore = 4;
    private const int WordLooks = (LongestWord + 1) * 16 * (LongestBefore + 1);
    private readonly IAnchoredDetector[] _detectors;
    private readonly AnchorProbe[] _probes;
    private readonly int[] _minDigits;
    private readonly ulong[] _masks;
    private readonly ulong[] _loose;
    private readonly int _words;

    /// <summary>Makes a table of the detectors of one kind of anchor.</summary>
    public AnchorTable(IEnumerable<IAnchoredDetector> detectors, AnchorKinds kind)
    {
        _detectors = [.. detectors.Where(d => d.Anchors.HasFlag(kind)).OrderBy(static d => d.MinDigits)];
        _probes = [.. _detectors.Select(static d => d is AnchoredBy by ? by.ProbeFunction : d.Probe)];
        _minDigits = [.. _detectors.Select(static d => d.MinDigits)];
        _words = (_detectors.Length + 63) / 64;
        var looks = kind == AnchorKinds.Number ? NumberLooks : WordLooks;
        _masks = new ulong[looks * _words];
        _loose = new ulong[_words];
        for (var d = 0; d < _detectors.Length; d++)
            if (!StandsIsolated(_detectors[d])) _loose[d / 64] |= 1UL << d;
        for (var d = 0; d < _detectors.Length; d++)
            foreach (var look in Looks(_detectors[d], kind) ?? Enumerable.Range(0, looks))
                _masks[look * _words + d / 64] |= 1UL << d;
    }

    /// <summary>Number of 64-bit words in a mask; 0 when there are no detectors.</summary>
    public int Words => _words;

    /// <summary>The detector of a bit.</summary>
    public IAnchoredDetector this[int bit] => _detectors[bit];

    /// <summary>The fewest digits of an anchor that the detector of a bit is asked about; higher bits need as many or more.</summary>
    public int MinDigits(int bit) => _minDigits[bit];

    /// <summary>Asks the detector of a bit.</summary>
    public void Probe(int bit, TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings) => _probes[bit](source, in anchor, findings);

    /// <summary>Adds the detectors that can have a value whose first digits are the run from <paramref name="start"/>, and returns the end of the run.</summary>
    public int AddNumber(ReadOnlySpan<char> text, int start, Span<ulong> mask)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        var isLetter = end < text.Length && char.IsAsciiLetter(text[end]);
        var next = end;
        while (next < text.Length && next - end <= Gap && !char.IsAsciiDigit(text[next])) next++;
        var second = next;
        if (next - end <= Gap)
            while (second < text.Length && second - next < Longest && char.IsAsciiDigit(text[second])) second++;
        var row = _masks.AsSpan(NumberLook(Math.Min(end - start, Longest), isLetter, second - next) * _words, _words);
        var joined = IsJoined(text, start);
        for (var i = 0; i < row.Length; i++) mask[i] |= joined ? row[i] & _loose[i] : row[i];
        return end;
    }

    /// <summary>True for a run that a hyphen, stop or slash joins to digits: no value that stands isolated begins with it, whatever it looks like
    /// (<c>TextBench.PlanDense</c>: dates, addresses and numbers in groups ask for fewer detectors).</summary>
    private static bool IsJoined(ReadOnlySpan<char> text, int start) =>
        start > 1 && text[start - 1] is '-' or '.' or '/' && char.IsAsciiDigit(text[start - 2]);

    private static bool StandsIsolated(IAnchoredDetector detector) => detector switch
    {
        PatternDetector pattern => pattern.Boundary == Boundary.Isolated,
        ShapedDetector shaped => shaped.Shapes.All(static s => s.Boundary == Boundary.Isolated),
        _ => false,
    };

    /// <summary>Adds the detectors that can have a value in this word.</summary>
    public void AddWord(ReadOnlySpan<char> text, TextSpan word, Span<ulong> mask)
    {
        var classes = 0;
        for (var i = 0; i < 4 && i < word.Length; i++)
            if (char.IsAsciiDigit(text[word.Start + i])) classes |= 1 << i;
        Add(WordLook(Math.Min(word.Length, LongestWord), classes, LettersBefore(text, word.Start)), mask);
    }

    /// <summary>How many letters, up to <see cref="LongestBefore"/>, stand before the one separator before a word; 0 when something else stands there.</summary>
    private static int LettersBefore(ReadOnlySpan<char> text, int start)
    {
        var letters = 0;
        for (var i = start - 2; i >= 0 && letters < LongestBefore && char.IsAsciiLetter(text[i]); i--) letters++;
        return letters;
    }

    private void Add(int look, Span<ulong> mask)
    {
        var row = _masks.AsSpan(look * _words, _words);
        for (var i = 0; i < row.Length; i++) mask[i] |= row[i];
    }

    private static IEnumerable<int>? Looks(IAnchoredDetector detector, AnchorKinds kind)
    {
        if (detector is ShapedDetector shaped)
        {
            var all = shaped.Shapes.Where(s => s.Anchors.HasFlag(kind)).Select(s => Looks(s, kind)).ToArray();
            return all.Any(static looks => looks is null) ? null : all.SelectMany(static looks => looks!).Distinct();
        }
        if (detector is AnchoredBy { WordForm: { } form } && kind == AnchorKinds.Word) return WordLooksOf(form);
        if (detector is not PatternDetector pattern) return null;
        return kind == AnchorKinds.Number ? NumberLooksOf(pattern.Pattern) : WordLooksOf(pattern.Pattern);
    }

    private static int NumberLook(int first, bool letterNext, int second) => (first * 2 + (letterNext ? 1 : 0)) * (Longest + 1) + second;

    /// <summary>States: phase (0 before digits, 1 first run, 2 gap, 3 second run, 4 settled), first run, whether a letter follows it, gap, second run.</summary>
    private static IEnumerable<int>? NumberLooksOf(Regex pattern)
    {
        var ends = PatternShape.EndStates(pattern, static (state, c) =>
        {
            int phase = state & 7, first = (state >> 3) & 31, letter = (state >> 8) & 1, gap = (state >> 9) & 7, second = (state >> 12) & 31;
            var digit = c == 1;
            switch (phase)
            {
                case 0: return digit ? Number(1, 1, 0, 0, 0) : state;
                case 1: return digit ? Number(1, Math.Min(first + 1, Longest), 0, 0, 0) : Number(2, first, c == 2 ? 1 : 0, 1, 0);
                case 2: return digit ? Number(3, first, letter, 0, 1) : gap == Gap ? Number(4, first, letter, 0, 0) : Number(2, first, letter, gap + 1, 0);
                case 3: return digit ? Number(3, first, letter, 0, Math.Min(second + 1, Longest)) : Number(4, first, letter, 0, second);
                default: return state;
            }
        });
        return ends?.SelectMany(static state =>
        {
            int first = (state >> 3) & 31, second = (state >> 12) & 31;
            var letter = ((state >> 8) & 1) == 1;
            return second > 0 ? [NumberLook(first, letter, second)] : Enumerable.Range(0, Longest + 1).Select(n => NumberLook(first, letter, n));
        });
    }

    private static int Number(int phase, int first, int letter, int gap, int second) => phase | (first << 3) | (letter << 8) | (gap << 9) | (second << 12);

    private static int WordLook(int length, int classes, int before) => (length * 16 + classes) * (LongestBefore + 1) + before;

    private static IEnumerable<int> WordLooksOf(WordForm form) =>
        from length in Enumerable.Range(0, LongestWord + 1)
        from classes in Enumerable.Range(0, 16)
        where form(length, classes)
        from before in Enumerable.Range(0, LongestBefore + 1)
        select WordLook(length, classes, before);

    /// <summary>States: length of the word, which of its first four are digits, whether it has a digit, whether it is the word of the first digit and
    /// over, the letters before it.</summary>
    /// <remarks>A value stands free, so that letters it begins with are all the letters that stand there; what stands before a value can be anything.</remarks>
    private static IEnumerable<int>? WordLooksOf(Regex pattern)
    {
        const int Anything = LongestBefore + 1;
        static int State(int length, int classes, int digit, int over, int before) => length | (classes << 5) | (digit << 9) | (over << 10) | ((Anything - before) << 11);
        var ends = PatternShape.EndStates(pattern, static (state, c) =>
        {
            int length = state & 31, classes = (state >> 5) & 15, digit = (state >> 9) & 1, over = (state >> 10) & 1, before = Anything - (state >> 11);
            if (over == 1) return state;
            if (c == 4 && digit == 1) return State(length, classes, digit, 1, before);
            if (c == 4) return State(0, 0, 0, 0, length > 0 ? Math.Min(length, LongestBefore) : before == Anything ? Anything : 0);
            if (c == 1 && length < 4) classes |= 1 << length;
            return State(Math.Min(length + 1, LongestWord), classes, c == 1 ? 1 : digit, 0, before);
        });
        return ends?.Where(static s => ((s >> 9) & 1) == 1).SelectMany(static s =>
        {
            int length = s & 31, classes = (s >> 5) & 15, before = Anything - (s >> 11);
            return before == Anything ? Enumerable.Range(0, LongestBefore + 1).Select(n => WordLook(length, classes, n)) : [WordLook(length, classes, before)];
        });
    }
}
