namespace Redaction.Audio;

/// <summary>Lines that are mostly numbers and answer a question for one, or hold a value already: what a recogniser heard wrong between
/// the numbers, before or after them, belongs to the value too.</summary>
internal static class AnswerLineRule
{
    private const int Reach = 12;
    private const int SmallestOwn = 4;
    private const int SmallestAnswer = 2;
    private const int Percent = 55;
    private const int LongestGap = 2;
    private const float Score = 0.6f;

    private const WordKinds Numeric = WordKinds.Digit | WordKinds.Number | WordKinds.Scale | WordKinds.Repeat | WordKinds.Ordinal
        | WordKinds.Month;

    private const WordKinds Neutral = WordKinds.Filler | WordKinds.Correction | WordKinds.Restart | WordKinds.Spacer | WordKinds.DateLink
        | WordKinds.Oh | WordKinds.Symbol;

    public static void Find(in SpokenWords words, SpokenScene scene, List<SpokenValue> values)
    {
        var covered = Covered(words, values);
        for (var start = 0; start < words.Count;)
        {
            var end = start;
            while (end < words.Count && words[end].Line == words[start].Line) end++;
            Line(words, scene, (start, end), covered, values);
            start = end;
        }
    }

    private static void Line(in SpokenWords words, SpokenScene scene, (int Start, int End) line, bool[] covered, List<SpokenValue> values)
    {
        var (start, kind) = Question(words, scene, line.Start, line.End);
        int numbers = 0, others = 0, first = -1, last = -1, left = 0;
        var isValue = false;
        for (var i = start; i < line.End; i++)
        {
            if (words.Match(i, Neutral, out _) is > 1 and var phrase && i + phrase <= line.End)
            {
                i += phrase - 1; // "un momento"
                continue;
            }
            isValue |= covered[i];
            if (IsNumeric(words, i))
            {
                numbers++;
                if (!covered[i]) left++;
            }
            else if (IsNeutral(words, i)) continue;
            else if (!covered[i]) others++;
            if (!IsNumeric(words, i) && !covered[i]) continue;
            first = first < 0 ? i : first;
            last = i;
        }
        var isExpected = kind == CueKind.None ? isValue && numbers >= SmallestOwn : numbers >= SmallestAnswer;
        if (numbers * 100 < Percent * (numbers + others)) Bridge(words, start, line.End, covered, values);
        else if (isExpected && others + left > 0 && !words.IsAt(last + 1, WordKinds.Unit))
            values.Add(new(NumberRule.TypeOf(kind), IsGarbled(words, first - 1, start, line.End) ? first - 1 : first,
                IsGarbled(words, last + 1, start, line.End) ? last + 1 : last, Score));
    }

    /// <summary>A word beside the numbers that is no everyday word and nothing else that is said around them.</summary>
    private static bool IsGarbled(in SpokenWords words, int index, int start, int end) =>
        index >= start && index < end && !words[index].Is(WordMarks.Alone) && !words.IsCommon(index) && !IsNeutral(words, index)
            && !words.Table.IsFunction(words.Written(index)) && !words.IsAt(index, WordKinds.Unit | WordKinds.Cue | WordKinds.Tail);

    /// <summary>At most two words between two numbers of which one belongs to a value.</summary>
    private static void Bridge(in SpokenWords words, int start, int end, bool[] covered, List<SpokenValue> values)
    {
        for (var i = start; i < end; i++)
        {
            if (!IsNumeric(words, i)) continue;
            var next = i + 1;
            while (next < end && next - i <= LongestGap + 1 && !IsNumeric(words, next) && !words.IsAt(next, WordKinds.Unit)) next++;
            if (next >= end || next - i > LongestGap + 1 || next == i + 1 || !IsNumeric(words, next) || covered[i] == covered[next]
                || words.IsAt(next + 1, WordKinds.Unit)) continue;
            values.Add(new(SpokenEntities.NumberSequence, i, next, Score));
        }
    }

    /// <summary>Where the answer begins on a line, and what was asked for on it or right before it.</summary>
    private static (int Start, CueKind Kind) Question(in SpokenWords words, SpokenScene scene, int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
            if (words.Match(i, WordKinds.Cue, out var own) is > 0 and var length && i + length < end && IsNumber((CueKind)own))
                return (i + length, (CueKind)own);
        return scene.Cues.TryBefore(start, 0, out var kind, out var last) && start - last <= Reach
            && words[start].Line - words[last].Line == 1 && IsNumber(kind) ? (start, kind) : (start, CueKind.None);
    }

    private static bool IsNumber(CueKind kind) => kind is CueKind.Card or CueKind.Code or CueKind.Expiry or CueKind.Account or CueKind.Id
        or CueKind.Last or CueKind.Phone or CueKind.Birth or CueKind.Postcode;

    private static bool IsNumeric(in SpokenWords words, int index) =>
        words[index].Is(WordMarks.Digits | WordMarks.Mixed) || words.IsAt(index, Numeric) && !words[index].Is(WordMarks.InCommon);

    private static bool IsNeutral(in SpokenWords words, int index) =>
        words.IsAt(index, Neutral) || words[index].Is(WordMarks.Letter)
            || words.Table.Contains(words.Written(index), WordLists.Joiner | WordLists.AnswerLead | WordLists.Copula);

    private static bool[] Covered(in SpokenWords words, List<SpokenValue> values)
    {
        var covered = new bool[words.Count];
        foreach (var value in values)
            if (value.Score >= Scores.Acts) Array.Fill(covered, true, value.First, value.Last - value.First + 1);
        return covered;
    }
}
