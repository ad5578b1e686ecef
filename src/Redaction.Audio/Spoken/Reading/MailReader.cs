namespace Redaction.Audio;

/// <summary>Reads spoken mail addresses: <c>jane dot doe at example dot com</c>.</summary>
internal static class MailReader
{
    private const int MaximumLocal = 24;
    private const int MaximumLabel = 6;

    /// <summary>Reads the address whose at sign is the word at <paramref name="at"/>; null when there is none.</summary>
    /// <param name="words">The words.</param>
    /// <param name="at">Where "at" stands.</param>
    /// <param name="floor">The first word that may belong to it.</param>
    public static SpokenValue? Read(in SpokenWords words, int at, int floor)
    {
        var length = words.Match(at, WordKinds.Symbol, out var sign);
        if (length == 0 || sign != '@') return null;
        var isChained = at > floor + 1
            && (words[at - 2].May(WordKinds.Symbol) || words[at - 1].May(WordKinds.Digit | WordKinds.Number)
                || words[at - 1].Is(WordMarks.Digits | WordMarks.Letter));
        var end = DomainEnd(words, at + length, isChained, out var isSure);
        if (end < 0) return null;
        var start = LocalStart(words, at, floor, isSure);
        if (start < 0) return null;
        var parts = new List<SpokenAtom>();
        SpokenMailWriter.Write(words, start, at, parts);
        if (parts.Count == 0) return null;
        parts.Add(new(AtomKind.Symbol, at, at + length - 1, "@", AtomDoubt.None));
        SpokenMailWriter.Write(words, at + length, end, parts);
        return new(EntityTypes.Email, start, end - 1, isSure ? 0.95f : 0.7f, parts);
    }

    /// <summary>The word after a domain that begins at a word; -1 when none does.</summary>
    private static int DomainEnd(in SpokenWords words, int index, bool isChained, out bool isSure)
    {
        isSure = false;
        if (index >= words.Count) return -1;
        if (words.Written(index).Contains('.') && words[index].Is(WordMarks.Written)) { isSure = true; return index + 1; }
        if (MailWords.IsSkipped(words.Written(index))) index++;
        if (MailWords.Provider(words, index) is > 0 and var provider)
        {
            isSure = true;
            var after = index + provider;
            if (WebLabels.Dot(words, after) == 0)
                return after < words.Count && words.Table.IsDomainEnd(words.Written(after)) && !words.IsCommon(after) ? after + 1 : after;
        }
        for (int at = index, i = 0; i < MaximumLabel && at < words.Count; i++)
        {
            var next = WebLabels.PartEnd(words, at);
            if (WebLabels.Dot(words, next) is > 0 and var dot && WebLabels.End(words, next + dot, out var known) is > 0 and var end)
            {
                isSure |= known;
                return end;
            }
            if (words.IsCommon(at) && !words[at].Is(WordMarks.Letter) && !isChained) return -1;
            at = next;
        }
        return -1;
    }

    private static int LocalStart(in SpokenWords words, int at, int floor, bool isSure)
    {
        var start = at;
        var isChained = false;
        while (start > floor && at - start < MaximumLocal)
        {
            var previous = start - 1;
            if (words[previous].Line != words[start].Line && !words[previous].May(WordKinds.Symbol)
                && (start == at || !Continues(words, start))) break;
            if (words.Match(previous, WordKinds.Symbol, out var sign) == 1 && sign != '@'
                || words.Written(previous) is "score" && previous > floor && words.Written(previous - 1) is "under")
            {
                isChained = true;
                start = words.Written(previous) is "score" ? previous - 1 : previous;
                continue;
            }
            if (!isChained && !IsLocalWord(words, previous)) break;
            isChained = false;
            start = previous;
        }
        while (start < at && words[start].May(WordKinds.Filler | WordKinds.Correction) && words.IsCommon(start)) start++;
        while (start < at && words.Match(start, WordKinds.Symbol, out _) > 0) start++;
        if (start == at) return -1;
        return isSure || at - start <= 12 ? start : -1;
    }

    private static bool Continues(in SpokenWords words, int start) =>
        words[start].Is(WordMarks.Letter | WordMarks.Digits)
            || words[start].May(WordKinds.Symbol | WordKinds.Digit | WordKinds.Number | WordKinds.Nato);

    private static bool IsLocalWord(in SpokenWords words, int index)
    {
        var word = words[index];
        if (index > 0 && words.Table.Contains(words.Written(index), WordLists.Joiner)
            && words[index - 1].May(WordKinds.Digit | WordKinds.Number)
            && words[index + 1].May(WordKinds.Digit | WordKinds.Number)) return true; // "trinta e oito"
        if (word.Is(WordMarks.Letter))
            return !words.IsCommon(index) || index > 0 && (words[index - 1].Is(WordMarks.Letter) || words[index - 1].May(WordKinds.Symbol))
                || words[index + 1].Is(WordMarks.Letter);
        if (word.Is(WordMarks.Digits | WordMarks.Mixed | WordMarks.Written)) return true;
        if (word.May(WordKinds.Digit | WordKinds.Number | WordKinds.Nato | WordKinds.Letter | WordKinds.Repeat)) return true;
        if (word.May(WordKinds.Link) || word.May(WordKinds.Mark) && !words.IsCommon(index)) return true;
        if (word.May(WordKinds.Oh)) return index > 0 && words[index + 1].May(WordKinds.Digit | WordKinds.Number);
        if (word.May(WordKinds.Filler) && word.Length <= 3) return true;
        return !words.IsCommon(index) && !word.May(WordKinds.Cue);
    }
}
