using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Marks that are not shown in the middle of a value: emphasis of Markdown, inline tags in text that is no page, colours of
/// terminals.</summary>
internal static class MarkupFold
{
    private const int LongestTag = 256, LongestBracket = 32;
    private const char Escape = '\u001B', Bell = '\u0007', ChatColour = '\u0003';

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_inline = new[]
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Length of the mark at a place; 0 where there is none, or where it cuts nothing.</summary>
    public static int Length(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        Escape => Colour(text[at..]),
        ChatColour => OfChat(text, at),
        '<' => Tag(text, at),
        '`' => LiteralFold.Length(text, at) is > 0 and var joint ? joint : Emphasis(text, at),
        '*' or '_' or '~' => Emphasis(text, at),
        '"' or '\'' => LiteralFold.Length(text, at),
        '[' or '{' => Bracket(text, at),
        '\\' => Continuation(text, at),
        '^' => text[at..].StartsWith("^[[") ? 2 + Sequence(text[(at + 2)..]) : 0,
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

    /// <summary>A colour of chats: one or two digits, and after a comma those of the ground. Between digits it has none of its own.
    /// </summary>
    private static int OfChat(ReadOnlySpan<char> text, int at)
    {
        if (at > 0 && char.IsAsciiDigit(text[at - 1])) return 1;
        var end = AfterDigits(text, at + 1);
        return end > at + 1 && end < text.Length && text[end] == ',' && AfterDigits(text, end + 1) is var ground && ground > end + 1
            ? ground - at : end - at;
    }

    private static int AfterDigits(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 2 && char.IsAsciiDigit(text[end])) end++;
        return end;
    }

    /// <summary>The sign that parts the elements of an interchange of ASC X12.</summary>
    private static bool PartsElements(ReadOnlySpan<char> text, char sign) =>
        text.TrimStart() is ['I', 'S', 'A', var element, ..] && element == sign;

    private static int Emphasis(ReadOnlySpan<char> text, int at)
    {
        var sign = text[at];
        if ((at > 0 && text[at - 1] == sign) || PartsElements(text, sign)) return 0;
        var end = at + 1;
        while (end < text.Length && text[end] == sign) end++;
        if (end - at > 3) return 0;
        if (sign != '~' && (IsInNumber(text, at, end) || ClosesGroup(text, at))) return end - at;
        if (sign is '_' or '~' && end - at < 2) return 0;
        return at > 0 && end < text.Length && IsOfValue(text[at - 1]) && IsOfValue(text[end]) ? end - at : 0;
    }

    /// <summary>Tags of bulletin boards and wikis, and what subtitles of SubStation Alpha say of their letters.</summary>
    private static int Bracket(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || at + 2 >= text.Length) return 0;
        var rest = text.Slice(at, Math.Min(LongestBracket, text.Length - at));
        var isBoard = rest[0] == '[' && (rest[1] == '/' ? rest[2] : rest[1]) is 'b' or 'i' or 'u' or 's';
        if (!isBoard && !(rest[0] == '{' && (rest[1] is '\\' or '*' or '_' || rest.StartsWith("{color")))) return 0;
        var end = rest.IndexOf(rest[0] == '[' ? ']' : '}');
        if (end < 0 || (isBoard && end > (rest[1] == '/' ? 3 : 2)) || at + end + 1 >= text.Length) return 0;
        var isInside = IsOfValue(text[at - 1]) && IsOfValue(text[at + end + 1]);
        return isInside || IsInNumber(text, at, at + end + 1) ? end + 1 : 0;
    }

    /// <summary>A line that goes on in the next one, as shells, settings and languages write it; colours of terminals in their sources; the
    /// backslash before a sign that Markdown and TeX escape.</summary>
    private static int Continuation(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (rest.StartsWith("\\033[")) return 4 + Sequence(rest[4..]);
        if (rest.StartsWith("\\e[")) return 2 + Sequence(rest[2..]);
        if (rest.Length > 2 && at > 0 && rest[1] is '_' or '@' or '.' or '-' or '+')
            return IsOfValue(text[at - 1]) && IsOfValue(rest[2]) && !IsPath(text[..at]) ? 1 : 0; // an escaped sign
        if (rest.Length < 2 || !LineEndFold.IsBreak(rest[1]) || at == 0) return 0;
        var end = at + 1 + LineEndFold.Length(rest[1..]);
        return end < text.Length && IsOfValue(text[end]) && (IsOfValue(text[at - 1]) || IsInNumber(text, at, end)) ? end - at : 0;
    }

    /// <summary>A path of Windows, in which a backslash parts folders: <c>C:\Users\x\.ssh</c>.</summary>
    private static bool IsPath(ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - LongestTag)..];
        before = before[(before.LastIndexOfAny(" \t\r\n\"'{(<") + 1)..];
        return before.IndexOf('\\') is >= 0 and var sign && sign + 1 < before.Length
            && (char.IsLetterOrDigit(before[sign + 1]) || (sign == 0 && before[1] == '\\'));
    }

    /// <summary>True for a mark at the edge of a group of digits that others stand before or behind.</summary>
    private static bool IsInNumber(ReadOnlySpan<char> text, int start, int end)
    {
        if (start == 0 || end >= text.Length) return false;
        var (before, after) = (text[start - 1], text[end]);
        if (char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) return true;
        return before == ' ' && char.IsAsciiDigit(after)
            ? start > 1 && IsOfGroup(text[start - 2])
            : char.IsAsciiDigit(before) && after == ' ' && end + 1 < text.Length && IsOfGroup(text[end + 1]);
    }

    /// <summary>True for a mark behind digits that began with the same mark, behind other digits.</summary>
    private static bool ClosesGroup(ReadOnlySpan<char> text, int at)
    {
        var first = at;
        while (first > 0 && char.IsAsciiDigit(text[first - 1])) first--;
        var open = first;
        while (open > 0 && text[open - 1] == text[at]) open--;
        return open < first && first < at && IsInNumber(text, open, first);
    }

    private static bool IsOfGroup(char c) => char.IsAsciiDigit(c) || c is '*' or '_' or '`' or '[' or ']' or '{' or '}';

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
