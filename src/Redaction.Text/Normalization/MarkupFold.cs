using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Marks that are not shown in the middle of a value: emphasis of Markdown, inline tags in text that is no page, colours of
/// terminals.</summary>
internal static class MarkupFold
{
    private const int LongestTag = 256;
    private const char Escape = '\u001B', Bell = '\u0007';

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_inline = new[]
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Length of the mark at a place; 0 where there is none, or where it cuts nothing.</summary>
    public static int Length(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        Escape => Colour(text[at..]),
        '<' => Tag(text, at),
        '*' or '_' or '~' or '`' => Emphasis(text, at),
        _ => 0,
    };

    /// <summary>Length of what follows the escape character of a control sequence (ECMA-48 section 5.4).</summary>
    public static int Sequence(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty) return 0;
        if (rest[0] == ']')
        {
            var end = rest.IndexOfAny(Bell, Escape);
            return end < 0 ? 1 : end + (rest[end] == Escape && end + 1 < rest.Length ? 2 : 1);
        }
        if (rest[0] != '[') return rest[0] is >= '@' and <= '_' ? 1 : 0;
        var i = 1;
        while (i < rest.Length && rest[i] is >= ' ' and <= '?') i++;
        return i < rest.Length && rest[i] is >= '@' and <= '~' ? i + 1 : 1;
    }

    private static int Colour(ReadOnlySpan<char> rest) => 1 + Sequence(rest[1..]);

    private static int Emphasis(ReadOnlySpan<char> text, int at)
    {
        var sign = text[at];
        if (at > 0 && text[at - 1] == sign) return 0;
        var end = at + 1;
        while (end < text.Length && text[end] == sign) end++;
        if (end - at > 3 || (sign is '_' or '~' && end - at < 2)) return 0;
        return at > 0 && end < text.Length && IsOfValue(text[at - 1]) && IsOfValue(text[end]) ? end - at : 0;
    }

    private static int Tag(ReadOnlySpan<char> text, int at)
    {
        var rest = text.Slice(at, Math.Min(LongestTag, text.Length - at));
        if (rest.Length < 3 || at == 0 || !(IsOfValue(text[at - 1]) || text[at - 1] == '>')) return 0;
        int length;
        if (rest.StartsWith("<!--"))
        {
            length = rest.IndexOf("-->") + 3;
            if (length < 7) return 0;
        }
        else
        {
            var start = rest[1] == '/' ? 2 : 1;
            length = rest.IndexOf('>') + 1;
            if (length <= start || rest[1..length].Contains('<')) return 0;
            var name = rest[start..(length - 1)];
            var end = name.IndexOfAny(' ', '/', '\t');
            if (!s_inline.Contains(end < 0 ? name : name[..end])) return 0;
        }
        return at + length < text.Length && (IsOfValue(text[at + length]) || text[at + length] == '<') ? length : 0;
    }

    private static bool IsOfValue(char c) => char.IsLetterOrDigit(c) || c is '@' or '.' or '-' or '+';
}
