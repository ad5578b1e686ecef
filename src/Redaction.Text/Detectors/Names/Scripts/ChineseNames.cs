using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Chinese names: a family name and one or two signs of given names, where the word before and what follows fit a name.</summary>
internal static class ChineseNames
{
    private const int MostGiven = 2, LongestWord = 4;
    private static readonly string[] s_surnames = TextLexicon.UnspacedNames.Words("zh surname");
    private static readonly SearchValues<char> s_first = SearchValues.Create(string.Concat(s_surnames.Select(static s => s[0])));
    private static readonly SearchValues<char> s_given = SearchValues.Create(string.Concat(TextLexicon.UnspacedNames.Words("zh given")));
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_known = Set(s_surnames);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_before =
        Set(TextLexicon.UnspacedNames.Words("zh before"));
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_after =
        Set(TextLexicon.UnspacedNames.Words("zh after"));
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_titles =
        Set(TextLexicon.UnspacedNames.Words("zh title"));

    /// <summary>Adds the names from a place on.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings, int from = 0)
    {
        for (var at = from; at < text.Length;)
        {
            var step = text[at..].IndexOfAny(s_first);
            if (step < 0) return;
            at += step;
            var end = End(text, at, out var score);
            if (end > at) ScriptNames.Add(at, end, score, findings);
            at = Math.Max(at + 1, end);
        }
    }

    private static int End(ReadOnlySpan<char> text, int at, out float score)
    {
        score = 0;
        var beginsWord = at == 0 || !ScriptNames.IsIdeograph(text[at - 1]);
        var isLed = !beginsWord && s_before.EndsIn(text[..at], LongestWord);
        if (!beginsWord && !isLed) return 0;
        var given = at + (at + 2 <= text.Length && s_known.Contains(text.Slice(at, 2)) ? 2 : s_known.Contains(text.Slice(at, 1)) ? 1 : 0);
        if (given == at) return 0;
        var known = given;
        while (known < text.Length && known - given < MostGiven && s_given.Contains(text[known])) known++;
        for (var count = 0; count <= MostGiven && given + count <= text.Length; count++)
        {
            if (count > 0 && !ScriptNames.IsIdeograph(text[given + count - 1])) break;
            if (!s_titles.BeginIn(text[(given + count)..], LongestWord)) continue;
            score = count > 0 ? ScriptNames.Told : ScriptNames.Formed;
            return given + count;
        }
        var isShort = known - given < 1 || (known - given == 1 && given - at == 1);
        if (isShort && !(isLed && known > given && IsEnd(text, known))) return 0;
        if (!IsEnd(text, known) && !s_after.BeginIn(text[known..], LongestWord)) return 0;
        score = ScriptNames.Formed;
        return known;
    }

    private static bool IsEnd(ReadOnlySpan<char> text, int at) => at >= text.Length || !ScriptNames.IsIdeograph(text[at]);

    private static bool EndsIn(
        this FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words, ReadOnlySpan<char> text, int longest)
    {
        for (var length = 1; length <= longest && length <= text.Length; length++)
            if (words.Contains(text[^length..])) return true;
        return false;
    }

    private static bool BeginIn(
        this FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words, ReadOnlySpan<char> text, int longest)
    {
        for (var length = 1; length <= longest && length <= text.Length; length++)
            if (words.Contains(text[..length])) return true;
        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string[] words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
