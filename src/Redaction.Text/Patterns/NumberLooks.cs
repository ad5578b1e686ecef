namespace Redaction.Text;

/// <summary>The looks of a number from one of its runs of digits on. The first look is the length of the run,
/// what stands after it, and the length of the next run; the second is what stands after that one, and the length of the third.
/// Runs belong together when at most three characters part them.</summary>
internal static class NumberLooks
{
    private const int Longest = 16;
    private const int LongestThird = 8;
    private const int Gap = 3;
    private const int Open = 0;

    /// <summary>Number of first looks.</summary>
    public const int Count = (Longest + 1) * CharKinds.Count * (Longest + 1);

    /// <summary>Number of second looks; 0 is that of a number without a second run.</summary>
    public const int SecondCount = 1 + CharKinds.Count * (LongestThird + 1);

    /// <summary>The looks of the number whose first run begins at <paramref name="start"/>; returns the end of the run.</summary>
    public static int At(ReadOnlySpan<char> text, int start, out int first, out int second)
    {
        var end = RunEnd(text, start);
        var (from, to) = Next(text, end);
        first = First(Math.Min(end - start, Longest), CharKinds.Number(text, end), Math.Min(to - from, Longest));
        second = Open;
        if (to == from) return end;
        var (thirdFrom, thirdTo) = Next(text, to);
        second = Second(CharKinds.Number(text, to), Math.Min(thirdTo - thirdFrom, LongestThird));
        return end;
    }

    /// <summary>The first looks that the values of a detector can have; null for all.</summary>
    public static IEnumerable<int>? Of(IAnchoredDetector detector) => detector switch
    {
        ShapedDetector shaped => OfShapes(shaped, Of),
        AnchoredBy { NumberForm: { } form } =>
            All().Where(l => form(l.First, (CharKind)(1 << l.Next), l.Second)).Select(static l => First(l.First, l.Next, l.Second)),
        PatternDetector pattern => OfPattern(pattern),
        _ => null,
    };

    /// <summary>The second looks that the values of a detector can have; null for all.</summary>
    public static IEnumerable<int>? SecondOf(IAnchoredDetector detector) => detector switch
    {
        ShapedDetector shaped => OfShapes(shaped, SecondOf),
        PatternDetector pattern => SecondOfPattern(pattern),
        _ => null,
    };

    /// <summary>The looks of all shapes; null when one can have any.</summary>
    private static IEnumerable<int>? OfShapes(ShapedDetector shaped, Func<IAnchoredDetector, IEnumerable<int>?> looksOf)
    {
        var all = shaped.Shapes.Where(static s => s.Anchors.HasFlag(AnchorKinds.Number)).Select(looksOf).ToArray();
        return all.Any(static looks => looks is null) ? null : all.SelectMany(static looks => looks!).Distinct();
    }

    private static IEnumerable<(int First, int Next, int Second)> All() =>
        from first in Enumerable.Range(0, Longest + 1)
        from next in Enumerable.Range(0, CharKinds.Count)
        from second in Enumerable.Range(0, Longest + 1)
        select (first, next, second);

    private static int First(int first, int next, int second) => (first * CharKinds.Count + next) * (Longest + 1) + second;

    private static int Second(int next, int third) => 1 + next * (LongestThird + 1) + third;

    private static int RunEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end;
    }

    /// <summary>The run after the gap at <paramref name="end"/>; empty when there is none within reach.</summary>
    private static (int From, int To) Next(ReadOnlySpan<char> text, int end)
    {
        var limit = Math.Min(text.Length, end + Gap + 1);
        var from = end;
        while (from < limit && !char.IsAsciiDigit(text[from])) from++;
        return from - end > Gap ? (from, from) : (from, RunEnd(text, from));
    }

    /// <summary>Phases: 0 before digits, 1 first run, 2 gap, 3 second run, 4 settled with a second run, 5 settled without.</summary>
    private readonly record struct FirstState(int Phase, int First, int Next, int Gap, int Second)
    {
        public FirstState(int packed) : this(packed & 7, (packed >> 3) & 31, (packed >> 8) & 7, (packed >> 11) & 7, packed >> 14) { }

        public int Packed => Phase | (First << 3) | (Next << 8) | (Gap << 11) | (Second << 14);
    }

    private static IEnumerable<int>? OfPattern(PatternDetector detector) =>
        PatternShape.EndStates(detector.Pattern, static (packed, kind) =>
    {
        var state = new FirstState(packed);
        var isDigit = kind == 0;
        return (state.Phase switch
        {
            0 => isDigit ? new(1, 1, 0, 0, 0) : state,
            1 => isDigit ? state with { First = Math.Min(state.First + 1, Longest) } : state with { Phase = 2, Next = kind, Gap = 1 },
            2 => isDigit ? state with { Phase = 3, Gap = 0, Second = 1 } : state.Gap == Gap ? state with { Phase = 5, Gap = 0 }
                : state with { Gap = state.Gap + 1 },
            3 => isDigit ? state with { Second = Math.Min(state.Second + 1, Longest) } : state with { Phase = 4 },
            _ => state,
        }).Packed;
    })?.SelectMany(static packed =>
    {
        var state = new FirstState(packed);
        // What stands after a value is no letter and no digit; a run that ends a value ends there.
        int[] next = state.Phase == 1 ? [.. Enumerable.Range(2, CharKinds.Count - 2)] : [state.Next];
        int[] second = state.Second > 0 ? [state.Second] : [.. Enumerable.Range(0, Longest + 1)];
        return next.SelectMany(n => second.Select(s => First(state.First, n, s)));
    }).Distinct();

    /// <summary>Phases: 0 before digits, 1 first run, 2 gap, 3 second run, 4 second gap, 5 third run, 6 settled,
    /// 7 settled without a second run.</summary>
    private readonly record struct SecondState(int Phase, int Gap, int Next, int Third)
    {
        public SecondState(int packed) : this(packed & 7, (packed >> 3) & 7, (packed >> 6) & 7, packed >> 9) { }

        public int Packed => Phase | (Gap << 3) | (Next << 6) | (Third << 9);
    }

    private static IEnumerable<int>? SecondOfPattern(PatternDetector detector) =>
        PatternShape.EndStates(detector.Pattern, static (packed, kind) =>
    {
        var state = new SecondState(packed);
        var isDigit = kind == 0;
        return (state.Phase switch
        {
            0 => isDigit ? new(1, 0, 0, 0) : state,
            1 => isDigit ? state : new(2, 1, 0, 0),
            2 => isDigit ? new(3, 0, 0, 0) : state.Gap == Gap ? new(7, 0, 0, 0) : state with { Gap = state.Gap + 1 },
            3 => isDigit ? state : new(4, 1, kind, 0),
            4 => isDigit ? state with { Phase = 5, Gap = 0, Third = 1 } : state.Gap == Gap ? state with { Phase = 6, Gap = 0 }
                : state with { Gap = state.Gap + 1 },
            5 => isDigit ? state with { Third = Math.Min(state.Third + 1, LongestThird) } : state with { Phase = 6 },
            _ => state,
        }).Packed;
    })?.SelectMany(static packed =>
    {
        var state = new SecondState(packed);
        if (state.Phase is < 3 or 7) return Enumerable.Range(0, SecondCount);
        int[] next = state.Phase == 3 ? [.. Enumerable.Range(2, CharKinds.Count - 2)] : [state.Next];
        int[] third = state.Third > 0 ? [state.Third] : [.. Enumerable.Range(0, LongestThird + 1)];
        return next.SelectMany(n => third.Select(t => Second(n, t)));
    }).Distinct();
}
