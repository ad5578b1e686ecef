namespace Redaction.Audio;

/// <summary>Reads the labels of domain names.</summary>
internal static class WebLabels
{
    private const int LongestUnknownEnd = 10;

    /// <summary>Number of words of a spoken dot; 0 when there is none.</summary>
    public static int Dot(in SpokenWords words, int index)
    {
        var length = words.Match(index, WordKinds.Symbol, out var sign);
        return sign == '.' ? length : 0;
    }

    /// <summary>The word after the part of a label that begins at a word: a letter, a number, or the word itself.</summary>
    public static int PartEnd(in SpokenWords words, int index) =>
        MailWords.Provider(words, index) is > 0 and var provider ? index + provider
        : AtomReader.TryRead(words, index, out var atom) && atom.Doubt is AtomDoubt.None ? atom.Last + 1
        : index + 1;

    /// <summary>The word after the ends of a domain, such as <c>com</c> or <c>co dot uk</c>; 0 when there is none.</summary>
    public static int End(in SpokenWords words, int index, out bool isKnown)
    {
        isKnown = false;
        if (index >= words.Count) return 0;
        var end = Spelled(words, index);
        if (end == 0)
        {
            var word = words.Written(index);
            isKnown = words.Table.IsDomainEnd(word);
            if (!isKnown
                && (words.IsCommon(index) || word.Length > LongestUnknownEnd || words[index].May(WordKinds.Filler | WordKinds.Cue)))
                return 0;
            end = index + 1;
        }
        else isKnown = true;
        if (end < words.Count && words.Written(index) is "co" or "com"
            && words.Written(Math.Min(end, words.Count - 1)) is "uk" or "nz" or "au" or "za" or "in" or "jp") return end + 1;
        if (end < words.Count && words.Written(index) is "co" && Spelled(words, end) is > 0 and var spelled) return spelled;
        return Dot(words, end) is > 0 and var dot && End(words, end + dot, out var inner) is > 0 and var more && Keep(inner, ref isKnown)
            ? more : end;
    }

    private static bool Keep(bool inner, ref bool isKnown)
    {
        isKnown |= inner;
        return true;
    }

    /// <summary><c>c o m</c>, <c>u k</c>.</summary>
    private static int Spelled(in SpokenWords words, int index)
    {
        var end = index;
        while (end < words.Count && end - index < 4 && words[end].Is(WordMarks.Letter)) end++;
        Span<char> label = stackalloc char[4];
        for (var length = end - index; length >= 2; length--)
        {
            for (var i = 0; i < length; i++) label[i] = words.Written(index + i)[0];
            if (words.Table.IsDomainEnd(label[..length])) return index + length;
        }
        return 0;
    }
}
