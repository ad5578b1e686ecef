using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>What the values of a pattern need of the anchor that holds their first digit, read from the pattern itself.</summary>
/// <param name="MinDigits">The fewest digits that the anchor can have.</param>
/// <param name="Reach">The most characters that a value can extend beyond the anchor on one side.</param>
/// <remarks>Never too narrow: a pattern that is not understood, or has no greatest length, gets one digit and the longest reach.</remarks>
internal readonly record struct PatternExtent(int MinDigits, int Reach)
{
    private const int LongestReach = 63, MostDigits = 31, Gap = 3;

    /// <summary>Phases: 0 before the first digit, 1 within its anchor, 2 after it.</summary>
    private readonly record struct State(int Phase, int Count, int Run)
    {
        public State(int packed) : this(packed & 3, (packed >> 2) & 63, packed >> 8) { }

        public int Packed => Phase | (Math.Min(Count, LongestReach) << 2) | (Math.Min(Run, LongestReach) << 8);
    }

    /// <summary>The extent of a pattern around anchors of these kinds.</summary>
    public static PatternExtent Of(Regex pattern, AnchorKinds anchors)
    {
        var extent = new PatternExtent(MostDigits, 0);
        if (anchors.HasFlag(AnchorKinds.Number)) extent = extent.And(Measure(pattern, DigitsOfNumber, BeforeNumber, AfterNumber));
        if (anchors.HasFlag(AnchorKinds.Word)) extent = extent.And(Measure(pattern, DigitsOfWord, BeforeWord, AfterWord));
        return extent;
    }

    private PatternExtent And(PatternExtent other) => new(Math.Min(MinDigits, other.MinDigits), Math.Max(Reach, other.Reach));

    private static PatternExtent Measure(
        Regex pattern, Func<int, int, int> digits, Func<int, int, int> before, Func<int, int, int> after)
    {
        if (PatternShape.EndStates(pattern, digits) is not { } ends) return new(1, LongestReach);
        var found = ends.Select(static s => new State(s)).Where(static s => s.Phase > 0);
        var least = found.Select(static s => s.Count).DefaultIfEmpty(1).Min();
        return new(Math.Min(least, MostDigits), Math.Max(Most(pattern, before), Most(pattern, after)));
    }

    private static int Most(Regex pattern, Func<int, int, int> step) =>
        PatternShape.EndStates(pattern, step)!.Select(static s => new State(s).Count).DefaultIfEmpty(0).Max();

    private static bool IsDigit(int kind) => kind == 0;

    private static bool IsOfWord(int kind) => kind <= 1;

    /// <summary>Kinds of which every character parts the runs of one number: space, dash, stop, slash.</summary>
    private static bool IsSeparator(int kind) => kind is >= 2 and <= 5;

    private static int DigitsOfNumber(int packed, int kind)
    {
        var state = new State(packed);
        if (IsDigit(kind)) return state.Phase == 2 ? packed : new State(1, Math.Min(state.Count + 1, MostDigits), 0).Packed;
        if (state.Phase != 1) return packed;
        return (IsSeparator(kind) && state.Run < Gap ? state with { Run = state.Run + 1 } : state with { Phase = 2, Run = 0 }).Packed;
    }

    private static int DigitsOfWord(int packed, int kind)
    {
        var state = new State(packed);
        if (IsDigit(kind)) return state.Phase == 2 ? packed : new State(1, Math.Min(state.Count + 1, MostDigits), 0).Packed;
        return state.Phase == 1 && !IsOfWord(kind) ? (state with { Phase = 2 }).Packed : packed;
    }

    private static int BeforeNumber(int packed, int kind)
    {
        var state = new State(packed);
        if (state.Phase > 0) return packed;
        return (IsDigit(kind) ? state with { Phase = 1 } : state with { Count = state.Count + 1 }).Packed;
    }

    private static int BeforeWord(int packed, int kind)
    {
        var state = new State(packed);
        if (state.Phase > 0) return packed;
        if (IsDigit(kind)) return new State(1, state.Count, 0).Packed;
        return (IsOfWord(kind) ? state with { Run = state.Run + 1 } : new State(0, state.Count + state.Run + 1, 0)).Packed;
    }

    private static int AfterNumber(int packed, int kind)
    {
        var state = new State(packed);
        if (state.Phase < 2 && IsDigit(kind)) return new State(1, 0, 0).Packed;
        if (state.Phase == 0) return packed;
        var stays = state.Phase == 1 && IsSeparator(kind) && state.Count < Gap;
        return new State(stays ? 1 : 2, state.Count + 1, 0).Packed;
    }

    private static int AfterWord(int packed, int kind)
    {
        var state = new State(packed);
        if (state.Phase == 0) return IsDigit(kind) ? new State(1, 0, 0).Packed : packed;
        return state.Phase == 1 && IsOfWord(kind) ? packed : new State(2, state.Count + 1, 0).Packed;
    }
}
