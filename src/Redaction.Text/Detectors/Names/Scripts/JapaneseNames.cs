using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Japanese names: before a title such as <c>さん</c>, and a common family name with a given name before a particle.</summary>
internal static class JapaneseNames
{
    private const int Longest = 8, LongestUnknown = 5, MostGiven = 3, LongestEnding = 3;
    private static readonly string[] s_surnameWords = TextLexicon.UnspacedNames.Words("ja surname");
    private static readonly PhraseSearch s_surnames = new(StringComparison.Ordinal, s_surnameWords);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_known = Set(s_surnameWords);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_nobody =
        Set(TextLexicon.UnspacedNames.Words("ja nobody"));
    private static readonly string[] s_titleWords = TextLexicon.UnspacedNames.Words("ja title");
    private static readonly PhraseSearch s_titles = new(StringComparison.Ordinal, s_titleWords);
    private static readonly string[] s_after = TextLexicon.UnspacedNames.Words("ja after");
    private static readonly SearchValues<char> s_given = SearchValues.Create(string.Concat(TextLexicon.UnspacedNames.Words("ja given")));

    /// <summary>Adds the names.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var at = s_titles.Next(text, 0); at >= 0; at = s_titles.Next(text, at + 1)) Titled(text, at, findings);
        for (var at = s_surnames.Next(text, 0); at >= 0;)
            at = s_surnames.Next(text, Math.Max(at + 1, Named(text, at, findings)));
    }

    /// <summary><c>佐藤健一さん</c>, <c>小野寺 美咲 様</c>, <c>マイケル様</c>.</summary>
    private static void Titled(ReadOnlySpan<char> text, int title, FindingSink<TextSpan> findings)
    {
        if (title == 0 || !EndsTitle(text, title)) return;
        var end = title;
        if (text[end - 1] is ' ' or '\u3000') end--;
        var start = PartStart(text, end);
        if (start == end || IsPolite(text, start)) return;
        var from = SurnameIn(text[start..end]);
        if (from >= 0) { ScriptNames.Add(start + from, end, ScriptNames.Told, findings); return; }
        if (start > 1 && text[start - 1] is ' ' or '\u3000' && PartStart(text, start - 1) is var first && first < start - 1)
        {
            var surname = SurnameIn(text[first..(start - 1)]);
            if (surname < 0 && (start - 1 - first > 4 || end - start > 4)) return;
            ScriptNames.Add(first + Math.Max(0, surname), end, ScriptNames.Told, findings);
            return;
        }
        if (end - start < 2 || end - start > (ScriptNames.IsIdeograph(text[start]) ? LongestUnknown : Longest)) return;
        for (var length = 1; length <= LongestEnding && length <= end - start; length++)
            if (s_nobody.Contains(text[(end - length)..end])) return;
        ScriptNames.Add(start, end, ScriptNames.Formed, findings);
    }

    /// <summary><c>高橋由美子が</c>, <c>高橋 由美子</c>.</summary>
    private static int Named(ReadOnlySpan<char> text, int start, FindingSink<TextSpan> findings)
    {
        if (start > 0 && ScriptNames.IsIdeograph(text[start - 1])) return 0;
        var given = start;
        for (var length = 4; length >= 2 && given == start; length--)
            if (start + length <= text.Length && s_known.Contains(text.Slice(start, length))) given = start + length;
        if (given == start) return 0;
        var isApart = given < text.Length && text[given] is ' ' or '\u3000';
        if (isApart) given++;
        var end = given;
        while (end < text.Length && end - given <= MostGiven && s_given.Contains(text[end])) end++;
        if (!isApart && end - given == 1 && IsOfPlace(text[given])) return 0;
        if (end == given || end - given > MostGiven || (end < text.Length && ScriptNames.IsIdeograph(text[end]))) return 0;
        if (!isApart && !(end == text.Length || !ScriptNames.IsOfWord(text[end]) || IsParticle(text[end..]))) return 0;
        ScriptNames.Add(start, end, ScriptNames.Formed, findings);
        return end;
    }

    /// <summary>Signs that end the names of roads and places: <c>中山道</c>, <c>松本里</c>.</summary>
    private static bool IsOfPlace(char c) => c is '道' or '国' or '里' or '湖' or '海' or '江' or '浜';

    private static bool IsParticle(ReadOnlySpan<char> text)
    {
        foreach (var word in s_after)
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The title is no part of a longer word such as <c>様子</c>.</summary>
    private static bool EndsTitle(ReadOnlySpan<char> text, int title)
    {
        foreach (var word in s_titleWords)
            if (text[title..].StartsWith(word, StringComparison.Ordinal))
                return title + word.Length == text.Length || !ScriptNames.IsIdeograph(text[title + word.Length]);
        return false;
    }

    /// <summary>Start of the ideographs, or of the katakana, that end here.</summary>
    private static int PartStart(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        if (end > 0 && ScriptNames.IsIdeograph(text[end - 1]))
            while (start > 0 && end - start < Longest && ScriptNames.IsIdeograph(text[start - 1])) start--;
        else
            while (start > 0 && end - start < 2 * Longest && text[start - 1] is >= '\u30A1' and <= '\u30FC') start--;
        return start;
    }

    private static int SurnameIn(ReadOnlySpan<char> part)
    {
        for (var from = 0; from < part.Length; from++)
            for (var length = 4; length >= 2; length--)
                if (from + length <= part.Length && s_known.Contains(part.Slice(from, length)) && part.Length - from - length <= MostGiven)
                    return from;
        return -1;
    }

    /// <summary><c>お客様</c>, <c>ご主人様</c>.</summary>
    private static bool IsPolite(ReadOnlySpan<char> text, int start) => start > 0 && text[start - 1] is 'お' or 'ご' or '御';

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string[] words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
