using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Cuts markup into tags and text as browsers do (HTML Living Standard 13.2.5, XML 1.0 section 2): nothing is malformed,
/// and nothing is lost.</summary>
internal static class MarkupTokenizer
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_inline = new[]
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q",
        "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> s_nameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>Reads the token that begins at <paramref name="start"/>.</summary>
    /// <param name="text">The markup; its start is in the flow of text.</param>
    /// <param name="start">Where to read.</param>
    /// <param name="isHtml">True where scripts and styles hold no markup.</param>
    /// <param name="previous">The token before, whose tag may open a script.</param>
    public static MarkupToken Read(ReadOnlySpan<char> text, int start, bool isHtml, MarkupToken previous)
    {
        var rest = text[start..];
        if (isHtml && previous.Kind == MarkupTokenKind.BlockTag
            && IsRawText(text.Slice(previous.Span.Start, previous.Span.Length), out var name))
            return RawText(rest, start, name);
        if (rest[0] != '<') return Token(MarkupTokenKind.Text, start, rest.IndexOf('<'), rest.Length);
        if (rest.StartsWith("<!--")) return Until(rest, start, "-->", 4, MarkupTokenKind.Aside);
        if (rest.StartsWith("<![CDATA[")) return Until(rest, start, "]]>", 9, MarkupTokenKind.Text);
        if (rest.StartsWith("<?")) return Until(rest, start, isHtml ? ">" : "?>", 2, MarkupTokenKind.Aside);
        if (rest.StartsWith("<!")) return Declaration(rest, start);
        var first = rest.Length > 1 && rest[1] == '/' ? 2 : 1;
        if (rest.Length == first) return new(MarkupTokenKind.Incomplete, new(start, rest.Length));
        if (!char.IsLetter(rest[first]) && rest[first] != '_') return Token(MarkupTokenKind.Text, start, NextTag(rest), rest.Length);
        var end = TagEnd(rest);
        if (end < 0) return new(MarkupTokenKind.Incomplete, new(start, rest.Length));
        // A tag that has swallowed the beginning of another joins nothing.
        var isInline = s_inline.Contains(Name(rest[first..end])) && !rest[first..end].Contains('<');
        return new(isInline ? MarkupTokenKind.InlineTag : MarkupTokenKind.BlockTag, new(start, end));
    }

    private static int NextTag(ReadOnlySpan<char> rest)
    {
        var next = rest[1..].IndexOf('<');
        return next < 0 ? -1 : next + 1;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(s_nameEnds);
        return end < 0 ? tag : tag[..end];
    }

    private static MarkupToken Token(MarkupTokenKind kind, int start, int end, int length) => new(kind, new(start, end < 0 ? length : end));

    private static MarkupToken Until(ReadOnlySpan<char> rest, int start, ReadOnlySpan<char> end, int from, MarkupTokenKind kind)
    {
        var index = rest.Length < from ? -1 : rest[from..].IndexOf(end);
        return index < 0 ? new(MarkupTokenKind.Incomplete, new(start, rest.Length)) : new(kind, new(start, from + index + end.Length));
    }

    /// <summary>A document type may hold a subset in brackets, with declarations of its own.</summary>
    private static MarkupToken Declaration(ReadOnlySpan<char> rest, int start)
    {
        var depth = 0;
        for (var i = 2; i < rest.Length; i++)
        {
            if (rest[i] == '[') depth++;
            else if (rest[i] == ']') depth--;
            else if (rest[i] == '>' && depth <= 0) return new(MarkupTokenKind.Aside, new(start, i + 1));
        }
        return new(MarkupTokenKind.Incomplete, new(start, rest.Length));
    }

    /// <summary>Index after the <c>&gt;</c> that closes the tag and stands in no quotes; -1 when there is none.</summary>
    private static int TagEnd(ReadOnlySpan<char> rest)
    {
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '>') return i + 1;
            if (rest[i] is not ('"' or '\'') || !FollowsEquals(rest, i)) continue;
            var close = rest[(i + 1)..].IndexOf(rest[i]);
            if (close < 0) return -1;
            i += close + 1;
        }
        return -1;
    }

    /// <summary>A quote opens a value only after an equals sign: elsewhere it is an ordinary character.</summary>
    private static bool FollowsEquals(ReadOnlySpan<char> rest, int quote)
    {
        var i = quote - 1;
        while (i > 0 && char.IsWhiteSpace(rest[i])) i--;
        return rest[i] == '=';
    }

    private static bool IsRawText(ReadOnlySpan<char> tag, out string name)
    {
        name = "";
        if (tag.Length < 2 || tag[1] == '/' || tag.EndsWith("/>")) return false;
        var own = Name(tag[1..]);
        if (own.Equals("script", StringComparison.OrdinalIgnoreCase)) name = "</script";
        else if (own.Equals("style", StringComparison.OrdinalIgnoreCase)) name = "</style";
        return name.Length > 0;
    }

    private static MarkupToken RawText(ReadOnlySpan<char> rest, int start, string close)
    {
        var end = rest.IndexOf(close, StringComparison.OrdinalIgnoreCase);
        if (end < 0) return new(MarkupTokenKind.Incomplete, new(start, rest.Length));
        return new(MarkupTokenKind.Aside, new(start, end)); // may be empty: <script></script>
    }
}
