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
    /// <param name="words">The words.</param>
    /// <param name="start">Where the name would begin.</param>
    /// <param name="isSure">A name must follow: any word that is not an everyday word counts.</param>
    /// <param name="isCased">Capitals tell names.</param>
    public static int End(in SpokenWords words, int start, bool isSure, bool isCased)
    {
        var end = start;
        while (end < words.Count && end - start < LongestName && (end == start || words[end].Line == words[start].Line))
        {
            if (end > start && IsParticle(words.Written(end)) && end + 1 < words.Count && IsNameAt(words, end + 1, true, isCased, false)) end++;
            if (!IsNameAt(words, end, isSure || end > start, isCased, end == start)) break;
            end++;
            if (words[end - 1].Is(WordMarks.EndsSentence | WordMarks.EndsClause)) break;
        }
        return end;
    }

    public static bool IsNameAt(in SpokenWords words, int index, bool isSure, bool isCased, bool isFirst)
    {
        var word = words[index];
        var written = words.Written(index);
        if (word.Is(WordMarks.Digits | WordMarks.Quantity | WordMarks.Mixed | WordMarks.Written)) return false;
        if (word.Is(WordMarks.Letter)) return isSure && !isFirst && !words.IsCommon(index);
        if (words.Table.IsName(written)) return true;
        if (words.Table.IsFunction(written) && !(isCased && word.Is(WordMarks.Capital) && words.Table.IsNameWord(written))) return false;
        if (isSure && words.Table.IsNameWord(written) && (!isFirst || !words.IsCommon(index) || IsNameFollowed(words, index))) return true;
        if (words.IsCommon(index) || words.IsAt(index, WordKinds.Filler | WordKinds.Correction | WordKinds.Tail | WordKinds.Digit | WordKinds.Number)) return isCased && isSure && word.Is(WordMarks.Capital) && words.Table.IsNameWord(written);
        return isSure && (!isCased || word.Is(WordMarks.Capital) || isFirst) || (isCased && word.Is(WordMarks.Capital) && !IsSentenceStart(words, index));
    }

    public static bool IsSentenceStart(in SpokenWords words, int index) =>
        index == 0 || words[index - 1].Line != words[index].Line || words[index - 1].Is(WordMarks.EndsSentence);

    private static bool IsNameFollowed(in SpokenWords words, int index) =>
        index + 1 < words.Count && words[index + 1].Line == words[index].Line && !words.IsCommon(index + 1) || words.IsAt(index + 1, WordKinds.Tail)
        || index + 1 >= words.Count || words[index + 1].Line != words[index].Line || words.Table.IsNameWord(words.Written(index + 1));

    private static bool IsParticle(ReadOnlySpan<char> word) => word is "de" or "la" or "van" or "von" or "der" or "den" or "al" or "el" or "bin" or "del" or "da" or "di" or "mac" or "mc" or "st" or "saint" or "o";
}
