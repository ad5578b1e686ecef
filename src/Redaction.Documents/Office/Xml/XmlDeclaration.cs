namespace Redaction.Documents.Office;

/// <summary>The declaration that begins a part in XML, which says nothing but its version and encoding (XML 1.0 section 2.8).</summary>
internal static class XmlDeclaration
{
    private const int LongestValue = 20;

    /// <summary>True for one that holds nothing else.</summary>
    public static bool Is(ReadOnlySpan<char> instruction)
    {
        if (!instruction.StartsWith("<?xml") || !instruction.EndsWith("?>")) return false;
        var rest = instruction[5..^2];
        while (!rest.IsWhiteSpace())
        {
            if (!char.IsWhiteSpace(rest[0])) return false;
            rest = rest.TrimStart();
            var sign = rest.IndexOf('=');
            if (sign < 0 || rest[..sign].TrimEnd() is not ("version" or "encoding" or "standalone")) return false;
            rest = rest[(sign + 1)..].TrimStart();
            if (rest.IsEmpty || rest[0] is not ('"' or '\'')) return false;
            var end = rest[1..].IndexOf(rest[0]);
            if (end is < 0 or > LongestValue || !IsName(rest.Slice(1, end))) return false;
            rest = rest[(end + 2)..];
        }
        return true;
    }

    private static bool IsName(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')) return false;
        return true;
    }
}
