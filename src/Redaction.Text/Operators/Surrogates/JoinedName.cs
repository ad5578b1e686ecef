using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Names in Chinese, Japanese and Korean, whose surname and given name are joined.</summary>
internal static class JoinedName
{
    private const int Longest = 6, LongestSurname = 4;
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_chinese = Surnames("zh");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_japanese = Surnames("ja");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_korean = Surnames("ko");

    /// <summary>Where the given name begins; 0 when the word is no surname with a given name.</summary>
    /// <param name="word">The word.</param>
    /// <param name="language">Number of the language; -1 for a word that is none.</param>
    public static int GivenAt(ReadOnlySpan<char> word, out int language)
    {
        language = -1;
        var script = NameScript.Of(word[0]);
        if (script is not (NameScript.Han or NameScript.Hangul) || word.Length is < 2 or > Longest) return 0;
        if (script == NameScript.Hangul) return In(s_korean, word, "ko", 1, out language);
        var at = In(s_japanese, word, "ja", 2, out language);
        return at > 0 ? at : In(s_chinese, word, "zh", 1, out language);
    }

    private static int In(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> surnames, ReadOnlySpan<char> word, string code, int least,
        out int language)
    {
        language = -1;
        for (var length = Math.Min(LongestSurname, word.Length - 1); length >= least; length--)
        {
            if (!surnames.Contains(word[..length])) continue;
            language = NameLists.Language(code);
            return length;
        }
        return 0;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Surnames(string code) =>
        TextLexicon.UnspacedNames.Words(code + " surname").ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
