using System.Buffers;
using System.Text;
using System.Xml;

namespace Redaction.Audio;

/// <summary>Cuts an XML document into its parts with their places in the bytes, which the framework's reader,
/// who judges whether it is well-formed, does not tell.</summary>
internal static class XmlScan
{
    private static readonly SearchValues<byte> s_nameEnds = SearchValues.Create(" \t\r\n=/>"u8);

    /// <param name="content">The document.</param>
    /// <param name="format">Names it in failures.</param>
    /// <param name="allowsType">It may name a document type that stands elsewhere, which is not read.</param>
    /// <exception cref="RedactionException">Not well-formed, not UTF-8, or with a document type of its own,
    /// whose entities could hold text.</exception>
    public static List<XmlPart> Parts(byte[] content, string format, bool allowsType = false)
    {
        ArgumentNullException.ThrowIfNull(content);
        Judge(content, format, allowsType);
        var parts = new List<XmlPart>();
        var names = new Stack<string>();
        for (var at = content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0; at < content.Length;)
        {
            var rest = content.AsSpan(at);
            if (rest[0] != '<') at += Add(XmlPartKind.Text, at, Until(rest, "<"u8), FieldEncoding.Xml);
            else if (rest.StartsWith("<!--"u8)) at += 7 + Add(XmlPartKind.Aside, at + 4, Until(rest[4..], "-->"u8), FieldEncoding.Plain);
            else if (rest.StartsWith("<![CDATA["u8))
                at += 12 + Add(XmlPartKind.Text, at + 9, Until(rest[9..], "]]>"u8), FieldEncoding.Plain);
            else if (IsDeclaration(rest)) at += Until(rest, "?>"u8) + 2;
            else if (rest.StartsWith("<?"u8)) at += 4 + Add(XmlPartKind.Aside, at + 2, Until(rest[2..], "?>"u8), FieldEncoding.Plain);
            else if (rest.StartsWith("<!DOCTYPE"u8))
                at += 10 + Add(XmlPartKind.Aside, at + 9, Until(rest[9..], ">"u8), FieldEncoding.Plain);
            else if (rest[1] == '/')
            {
                parts.Add(new(XmlPartKind.End, names.Pop(), at, 0, FieldEncoding.Xml));
                at += Until(rest, ">"u8) + 1;
            }
            else at = Element(content, at + 1, parts, names);
        }
        return parts;

        int Add(XmlPartKind kind, int start, int length, FieldEncoding encoding)
        {
            if (length > 0) parts.Add(new(kind, "", start, length, encoding));
            return length;
        }
    }

    /// <summary>Tells a builder what stands between the texts: tags, which a well-formed document has there and nothing else.</summary>
    public static void AddStructure(List<XmlPart> parts, int length, TranscriptBuilder builder)
    {
        var at = 0;
        foreach (var part in parts)
        {
            if (!part.HasText) continue;
            builder.AddStructure(at, part.Start - at);
            at = part.Start + part.Length;
        }
        builder.AddStructure(at, length - at);
    }

    private static int Element(byte[] content, int at, List<XmlPart> parts, Stack<string> names)
    {
        var name = Name(content, ref at);
        parts.Add(new(XmlPartKind.Start, name, at, 0, FieldEncoding.Xml));
        while (true)
        {
            while (content[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') at++;
            if (content[at] is (byte)'>' or (byte)'/') break;
            var attribute = Name(content, ref at);
            while (content[at] is not ((byte)'"' or (byte)'\'')) at++;
            var length = Until(content.AsSpan(at + 1), content.AsSpan(at, 1));
            parts.Add(new(XmlPartKind.Attribute, attribute, at + 1, length, FieldEncoding.Xml));
            at += length + 2;
        }
        if (content[at] == '>') names.Push(name);
        else parts.Add(new(XmlPartKind.End, name, at++, 0, FieldEncoding.Xml));
        return at + 1;
    }

    private static string Name(byte[] content, ref int at)
    {
        var length = content.AsSpan(at).IndexOfAny(s_nameEnds);
        var name = Encoding.UTF8.GetString(content, at, length);
        at += length;
        return name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>The XML declaration, whose version, encoding and <c>standalone</c> the framework's reader has judged (XML 1.0,
    /// 2.8).</summary>
    private static bool IsDeclaration(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("<?xml"u8) && rest.Length > 5 && rest[5] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static int Until(ReadOnlySpan<byte> content, ReadOnlySpan<byte> end) =>
        content.IndexOf(end) is var at && at < 0 ? content.Length : at;

    private static void Judge(byte[] content, string format, bool allowsType)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw new RedactionException(ErrorCodes.InvalidEncoding, format, "Write the file in UTF-8.");
        }
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')),
                new() { DtdProcessing = allowsType ? DtdProcessing.Parse : DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.XmlDeclaration && reader.GetAttribute("encoding") is { } name
                    && !TranscriptEncoding.IsKnown(name))
                    throw new RedactionException(ErrorCodes.InvalidEncoding, format, "Write the file in UTF-8.");
                if (reader.NodeType == XmlNodeType.DocumentType && reader.Value.Length > 0)
                    throw new RedactionException(ErrorCodes.Malformed, format,
                        "The XML has a document type of its own, which is not allowed.");
            }
        }
        catch (XmlException e)
        {
            throw new RedactionException(ErrorCodes.Malformed, format,
                $"The XML cannot be read in line {e.LineNumber}; document types are not allowed.");
        }
    }
}
