namespace Redaction.Audio;

/// <summary>Dates with the name of a month or with ordinals: <c>the fifth of march nineteen eighty four</c>.</summary>
internal static class DateRule
{
    private const int Reach = 25;

    public static void Find(in SpokenWords words, SpokenScene scene, List<SpokenValue> values)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].May(WordKinds.Ordinal | WordKinds.Month | WordKinds.Digit | WordKinds.Number | WordKinds.Oh)
                && !IsNumeral(words, i)) continue;
            var parts = new DateParts(words, i);
            if (parts.End <= i) continue;
            var isAsked = scene.Cues.IsNear(i, Reach, CueKind.Birth, CueKind.Expiry, CueKind.Date);
            var score = parts.Score(isAsked);
            if (score == 0) continue;
            // "the fifth"
            var first = i > 0 && words[i].May(WordKinds.Ordinal) && words[i - 1].May(WordKinds.DateLink)
                && words[i - 1].Line == words[i].Line && !words.IsAt(i - 1, WordKinds.Filler) ? i - 1 : i;
            values.Add(new(EntityTypes.Date, first, parts.End - 1, score));
            i = parts.End - 1;
        }
    }

    private static bool IsNumeral(in SpokenWords words, int index) =>
        char.IsAsciiDigit(words.Written(index)[0]) && !words[index].Is(WordMarks.Quantity);
}
