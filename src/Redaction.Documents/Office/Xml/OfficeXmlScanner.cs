using System.Buffers;

namespace Redaction.Documents.Office;

/// <summary>Reads XML 1.0 token by token, strictly and without document types, which packages must not have (ISO/IEC 29500-2).</summary>
internal static class OfficeXmlScanner
{
    private static readonly SearchValues<char> s_nameEnds = SearchValues.Create(" \t\r\n/>=<\"'&");
    private static readonly SearchValues<char> s_inTag = SearchValues.Create("\"'<>");

    /// <summary>The token at a place; incomplete where it ends behind the buffer and more follows.</summary>
    /// <exception cref="RedactionException">It breaks the rules of XML.</exception>
    public static OfficeXmlToken Read(ReadOnlySpan<char> xml, int at, bool isLast)
    {
        var rest = xml[at..];
        var token = rest[0] != '<' ? ReadText(rest, at, isLast)
            : rest.Length < 9 && rest.IndexOf('>') < 0 ? default
            : rest[1] switch
            {
                '/' => ReadEnd(rest, at),
                '?' => ReadUpTo(rest, at, "?>", OfficeXmlKind.Instruction),
                '!' when rest.StartsWith("<!--") => ReadUpTo(rest, at, "-->", OfficeXmlKind.Comment),
                '!' when rest.StartsWith("<![CDATA[") => ReadUpTo(rest, at, "]]>", OfficeXmlKind.Literal),
                '!' => throw Malformed(),
                _ => ReadStart(rest, at),
            };
        if (token.Kind == OfficeXmlKind.Incomplete && isLast)
            throw new RedactionException(ErrorCodes.Truncated, Component, "A part of the document ends too early.");
        return token;
    }

    /// <summary>Reads the next attribute of a start tag; false when there is none.</summary>
    /// <param name="xml">What the tag stands in.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="at">Where to go on: the end of the name first.</param>
    /// <param name="name">Where the name stands.</param>
    /// <param name="value">Where the value stands, without its quotes.</param>
    public static bool NextAttribute(ReadOnlySpan<char> xml, in OfficeXmlToken tag, ref int at, out TextSpan name, out TextSpan value)
    {
        (name, value) = (default, default);
        var end = tag.Span.End - (tag.IsEmpty ? 2 : 1);
        var start = SkipSpace(xml, at, end);
        if (start == end) return false;
        if (start == at) throw Malformed();
        var length = xml[start..end].IndexOfAny(s_nameEnds);
        if (length <= 0) throw Malformed();
        name = new(start, length);
        var sign = SkipSpace(xml, name.End, end);
        if (sign == end || xml[sign] != '=') throw Malformed();
        var quote = SkipSpace(xml, sign + 1, end);
        if (quote == end || xml[quote] is not ('"' or '\'')) throw Malformed();
        var size = xml[(quote + 1)..end].IndexOf(xml[quote]);
        if (size < 0) throw Malformed();
        value = new(quote + 1, size);
        at = value.End + 1;
        return true;
    }

    /// <summary>The part of a name behind its prefix.</summary>
    public static ReadOnlySpan<char> LocalOf(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];

    /// <summary>What is said of a part that is no XML.</summary>
    public static RedactionException Malformed() =>
        new(ErrorCodes.Malformed, Component, "A part of the document is not XML as packages have it.");

    /// <summary>What failures name.</summary>
    internal const string Component = "office-xml";

    private static OfficeXmlToken ReadText(ReadOnlySpan<char> rest, int at, bool isLast)
    {
        var length = rest.IndexOf('<');
        if (length < 0 && !isLast) return default;
        return new(OfficeXmlKind.Text, new(at, length < 0 ? rest.Length : length));
    }

    private static OfficeXmlToken ReadUpTo(ReadOnlySpan<char> rest, int at, string end, OfficeXmlKind kind)
    {
        var length = rest[2..].IndexOf(end);
        return length < 0 ? default : new(kind, new(at, length + 2 + end.Length));
    }

    private static OfficeXmlToken ReadEnd(ReadOnlySpan<char> rest, int at)
    {
        var end = rest.IndexOf('>');
        if (end < 0) return default;
        var name = rest[2..end].TrimEnd(" \t\r\n");
        if (name.IsEmpty || name.ContainsAny(s_nameEnds)) throw Malformed();
        return new(OfficeXmlKind.End, new(at, end + 1), new(at + 2, name.Length));
    }

    private static OfficeXmlToken ReadStart(ReadOnlySpan<char> rest, int at)
    {
        for (var i = 1; ;)
        {
            var step = rest[i..].IndexOfAny(s_inTag);
            if (step < 0) return default;
            i += step;
            if (rest[i] == '<') throw Malformed();
            if (rest[i] == '>')
            {
                var length = rest[1..].IndexOfAny(s_nameEnds);
                if (length <= 0) throw Malformed();
                return new(OfficeXmlKind.Start, new(at, i + 1), new(at + 1, length), rest[i - 1] == '/');
            }
            var close = rest[(i + 1)..].IndexOf(rest[i]);
            if (close < 0) return default;
            if (rest.Slice(i + 1, close).Contains('<')) throw Malformed();
            i += close + 2;
        }
    }

    private static int SkipSpace(ReadOnlySpan<char> xml, int at, int end)
    {
        while (at < end && xml[at] is ' ' or '\t' or '\r' or '\n') at++;
        return at;
    }
}
