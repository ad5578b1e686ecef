namespace Redaction.Documents.Pdf;

/// <summary>Finds the data of a stream (ISO 32000-2 section 7.3.8), also where its length is wrong.</summary>
internal static class PdfStreamData
{
    /// <summary>Null when no stream follows the dictionary.</summary>
    public static ReadOnlyMemory<byte>? Find(PdfFile file, ReadOnlyMemory<byte> bytes, PdfLexer lexer, PdfDictionary dictionary)
    {
        var back = lexer.Position;
        lexer.SkipSpace();
        var span = bytes.Span;
        if (!span[lexer.Position..].StartsWith("stream"u8))
        {
            lexer.Position = back;
            return null;
        }
        var start = lexer.Position + 6;
        if (start < span.Length && span[start] == '\r') start++;
        if (start < span.Length && span[start] == '\n') start++;
        var length = file.Resolve(dictionary["Length"]) is PdfNumber { Integer: >= 0 and var stated } ? stated : -1;
        if (length >= 0 && start + length <= span.Length && EndsAt(span, (int)(start + length))) return bytes.Slice(start, (int)length);
        var end = span[start..].IndexOf("endstream"u8);
        var next = span[start..].IndexOf("endobj"u8);
        if (end < 0 || (next >= 0 && next < end)) end = next; // the end of the stream is lost
        if (end < 0) return bytes[start..];
        if (end > 0 && span[start + end - 1] == '\n') end--;
        if (end > 0 && span[start + end - 1] == '\r') end--;
        return bytes.Slice(start, end);
    }

    private static bool EndsAt(ReadOnlySpan<byte> span, int end)
    {
        var rest = span[end..];
        return rest[..Math.Min(rest.Length, 32)].TrimStart("\r\n \t\0"u8).StartsWith("endstream"u8);
    }
}
