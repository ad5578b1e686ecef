namespace Redaction.Audio;

/// <summary>Reads the words of a name.</summary>
internal static class NameReader
{
    private const int LongestName = 4;

    /// <summary>True where capitals tell names from other words.</summary>
    public static bool IsCased(in SpokenWords words)
    {
        int capitals = 0, all = 0;
        foreach (ref readonly var word in words.Words.AsSpan())
        {
            if (word.Length < 2) continue;
            all++;
            if (word.Is(WordMarks.Capital)) capitals++;
        }
        return capitals * 50 > all && capitals * 2 < all;
    }

    /// <summary>The word after the name that begins at a word; the word itself when none does.</summary>
    public static int End(in SpokenWords words, int start, NameConfidence trust, bool isCased)
    {
        if (words[start].Is(WordMarks.Alone)) return trust == NameConfidence.Weak ? start : UnspacedNames.End(words, start);
        var end = start;
        while (end < words.Count && end - start < LongestName && (end == start || words[end].Line == words[start].Line))
        {
            if (end > start && IsParticle(words.Written(end)) && end + 1 < words.Count
                && IsNameAt(words, end + 1, NameConfidence.Likely, isCased)) end++;
            var expected = end == start ? trust : end == start + 1 && trust == NameConfidence.Sure ? NameConfidence.Sure
                : NameConfidence.Likely;
            if (!IsNameAt(words, end, expected, isCased) && !(end == start && IsGrammarName(words, end, trust))
                && !(end > start && IsWordName(words, end))
                && !(end == start && trust == NameConfidence.Sure && IsWordName(words, end) && IsNameFollowed(words, end))) break;
            end++;
            if (words[end - 1].Is(WordMarks.EndsSentence | WordMarks.EndsClause)) break;
        }
        return end;
    }

    /// <summary>"this is will from the bank", "am i speaking to may drummond": a word of grammar where only a name can stand.</summary>
    private static bool IsGrammarName(in SpokenWords words, int index, NameConfidence trust)
    {
        if (trust == NameConfidence.Weak || !words.Table.IsNameWord(words.Written(index)) || words.Table.IsName(words.Written(index)))
            return false;
        var next = index + 1;
        if (next >= words.Count || words[next].Line != words[index].Line || words[index].Is(WordMarks.EndsSentence | WordMarks.EndsClause))
            return true;
        return words.Table.IsName(words.Written(next)) || IsUnknown(words, next) || words.IsAt(next, WordKinds.Tail)
            || words.Written(next) is "and" or "from" or "with" or "at" or "in";
    }

    public static bool IsNameAt(in SpokenWords words, int index, NameConfidence trust, bool isCased)
    {
        var word = words[index];
        var written = words.Written(index);
        if (word.Is(WordMarks.Digits | WordMarks.Quantity | WordMarks.Mixed | WordMarks.Written | WordMarks.Letter)) return false;
        if (words.Table.IsName(written)) return true;
        var isCapital = isCased && word.Is(WordMarks.Capital);
        if (isCapital && trust > NameConfidence.Weak && words.Table.IsNameWord(written)) return true;
        if (words.Table.IsFunction(written) || words.IsCommon(index)) return false;
        if (words.IsAt(index,
            WordKinds.Filler | WordKinds.Correction | WordKinds.Tail | WordKinds.Digit | WordKinds.Number | WordKinds.Unit
                | WordKinds.Month)) return false;
        if (isCased && !isCapital) return false;
        return trust switch
        {
            NameConfidence.Sure => true,
            NameConfidence.Likely => IsUnknown(words, index) || (isCapital && !IsSentenceStart(words, index)),
            _ => isCapital && !IsSentenceStart(words, index) && IsUnknown(words, index),
        };
    }

    /// <summary>True for a word that the language's dictionary does not hold.</summary>
    public static bool IsUnknown(in SpokenWords words, int index)
    {
        var written = words.Written(index);
        if (!words.Table.HasWords || written.Length < 3 || words[index].Kinds != WordKinds.None || words.Table.IsWord(written))
            return false;
        var apostrophe = written.IndexOfAny('\'', '\u2019');
        return apostrophe < 0 || (apostrophe <= 2 && written.Length > 4)
            || (apostrophe == written.Length - 2 && written[^1] == 's' && !words.Table.IsWord(written[..^2]));
    }

    /// <summary>A name that is also a word, after a name or where one must follow.</summary>
    private static bool IsWordName(in SpokenWords words, int index) =>
        words.Table.IsNameWord(words.Written(index)) && !words.Table.IsFunction(words.Written(index))
            || words[index].Is(WordMarks.Letter) && !words.IsCommon(index);

    public static bool IsSentenceStart(in SpokenWords words, int index) =>
        index == 0 || words[index - 1].Line != words[index].Line || words[index - 1].Is(WordMarks.EndsSentence);

    private static bool IsNameFollowed(in SpokenWords words, int index) =>
        index + 1 < words.Count && words[index + 1].Line == words[index].Line && !words.IsCommon(index + 1)
            || words.IsAt(index + 1, WordKinds.Tail)
        || index + 1 >= words.Count || words[index + 1].Line != words[index].Line || words.Table.IsNameWord(words.Written(index + 1));

    private static bool IsParticle(ReadOnlySpan<char> word) =>
        word is "de" or "la" or "van" or "von" or "der" or "den" or "al" or "el" or "bin" or "del" or "da" or "di" or "mac" or "mc" or "st"
            or "saint" or "o";
}
