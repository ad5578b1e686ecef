using System.Text;

namespace Redaction.Documents.Office;

/// <summary>Takes out of XML whose texts alone are searched what could hold another value: comments, instructions, and attributes that
/// are longer than a name of a font or hold an address.</summary>
internal static class SharedItem
{
    private const int LongestSetting = 31;
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /// <summary>True for a token that <see cref="Plain"/> changes.</summary>
    public static bool IsOdd(ReadOnlySpan<char> xml, in OfficeXmlToken token)
    {
        if (token.Kind is OfficeXmlKind.Comment) return true;
        if (token.Kind is OfficeXmlKind.Instruction) return !XmlDeclaration.Is(xml.Slice(token.Span.Start, token.Span.Length));
        if (token.Kind != OfficeXmlKind.Start) return false;
        for (var at = token.Name.End; OfficeXmlScanner.NextAttribute(xml, in token, ref at, out var name, out var value);)
            if (IsOdd(xml, name, value)) return true;
        return false;
    }

    /// <summary>The XML without them.</summary>
    public static string Plain(ReadOnlySpan<char> xml)
    {
        var written = new StringBuilder(xml.Length);
        for (var at = 0; at < xml.Length;)
        {
            var token = OfficeXmlScanner.Read(xml, at, isLast: true);
            at = token.Span.End;
            if (!IsOdd(xml, in token)) written.Append(xml.Slice(token.Span.Start, token.Span.Length));
            else if (token.Kind == OfficeXmlKind.Start) AddPlain(xml, in token, written);
            else if (token.Kind == OfficeXmlKind.Instruction && token.Span.Start == 0) written.Append(Declaration);
        }
        return written.ToString();
    }

    private static void AddPlain(ReadOnlySpan<char> xml, in OfficeXmlToken tag, StringBuilder written)
    {
        written.Append(xml[tag.Span.Start..tag.Name.End]);
        var before = tag.Name.End;
        for (var at = before; OfficeXmlScanner.NextAttribute(xml, in tag, ref at, out var name, out var value); before = at)
            if (!IsOdd(xml, name, value)) written.Append(xml[before..at]);
        written.Append(xml[before..tag.Span.End]);
    }

    private static bool IsOdd(ReadOnlySpan<char> xml, TextSpan name, TextSpan value)
    {
        var written = xml.Slice(value.Start, value.Length);
        return written.Contains('@') || (value.Length > LongestSetting && !xml.Slice(name.Start, name.Length).StartsWith("xmlns"));
    }
}
