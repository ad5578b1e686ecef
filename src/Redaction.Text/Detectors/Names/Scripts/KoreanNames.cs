using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Korean names: a family name and two syllables before a title (<c>김서연 씨</c>, <c>김서연님</c>), or where somebody says who they
/// are (<c>제 이름은 …입니다</c>).</summary>
internal static class KoreanNames
{
    private const int Given = 2, LongestSurname = 2;
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_surnames =
        Set(TextLexicon.UnspacedNames.Words("ko surname"));
    private static readonly string[] s_titles = [.. TextLexicon.UnspacedNames.Words("ko title").OrderByDescending(static t => t.Length)];
    private static readonly string[] s_leads = ["이름은 ", "저는 ", "성함은 ", "나는 "];
    private static readonly string[] s_said = ["입니다", "이에요", "예요", "이라고", "라고", "이고", "이며", "인데요"];

    /// <summary>Adds the names.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var at = 0; at < text.Length;)
        {
            var step = text[at..].IndexOfAnyInRange('\uAC00', '\uD7A3');
            if (step < 0) return;
            at += step;
            var end = at;
            while (end < text.Length && IsSyllable(text[end])) end++;
            if (NameEnd(text, at, end) is > 0 and var name) ScriptNames.Add(at, name, ScriptNames.Told, findings);
            at = end;
        }
    }

    /// <summary>True for a family name with two syllables.</summary>
    public static bool IsName(ReadOnlySpan<char> word) => (word.Length == Given + 1 && s_surnames.Contains(word[..1]))
        || (word.Length == Given + LongestSurname && s_surnames.Contains(word[..LongestSurname]));

    private static int NameEnd(ReadOnlySpan<char> text, int start, int end)
    {
        for (var length = LongestSurname; length >= 1; length--)
        {
            var name = start + length + Given;
            if (name > end || !s_surnames.Contains(text.Slice(start, length))) continue;
            var rest = text[name..end];
            if (rest.IsEmpty && end + 1 < text.Length && text[end] == ' ' && IsTitle(text[(end + 1)..], isApart: true)) return name;
            if (!rest.IsEmpty && IsTitle(rest, isApart: false) && !IsRole(text[(start + length)..name])) return name;
            if (!rest.IsEmpty && Any(s_said, rest) && IsLed(text[..start])) return name;
        }
        return 0;
    }

    private static bool IsTitle(ReadOnlySpan<char> text, bool isApart)
    {
        foreach (var title in s_titles)
        {
            if ((!isApart && title is "군" or "양") || !text.StartsWith(title, StringComparison.Ordinal)) continue;
            return text.Length == title.Length || !IsSyllable(text[title.Length])
                || text[title.Length] is '이' or '가' or '은' or '는' or '을' or '를' or '의' or '에' or '께' or '와' or '과' or '도' or '로' or '한';
        }
        return false;
    }

    /// <summary>What somebody is rather than what they are called: <c>구매자님</c>.</summary>
    private static bool IsRole(ReadOnlySpan<char> given) => given[^1] is '자' or '원' && given[0] is '매' or '청' or '용' or '합' or '독' or '문'
        or '무' or '수' or '성' or '직' or '당' or '입' or '급' or '비' or '담' or '정';

    private static bool IsLed(ReadOnlySpan<char> before)
    {
        foreach (var lead in s_leads)
            if (before.EndsWith(lead, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Any(string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsSyllable(char c) => c is >= '\uAC00' and <= '\uD7A3';

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string[] words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
