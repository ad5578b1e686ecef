using System.Text;
using System.Text.Unicode;

namespace Redaction.Audio;

/// <summary>Files in UTF-16 (Praat, subtitles), and XML in the encoding of one byte a character that it declares (Transcriber's are in
/// ISO 8859-1), are read as UTF-8 and written back as they were.</summary>
internal static class TranscriptEncoding
{
    private const int LongestDeclaration = 256;

    private static readonly UnicodeEncoding s_little = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding s_big = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>The encoding that the byte order mark, or the declaration of XML, tells; null for UTF-8.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith<byte>([0xFF, 0xFE]) ? s_little : content.StartsWith<byte>([0xFE, 0xFF]) ? s_big
            : Declared(content) is { } name && !Utf8.IsValid(content) ? SingleByte(name) : null; // UTF-8 is no accident

    /// <summary>True for the names of UTF-8 and its part, and of encodings that <see cref="Of"/> tells.</summary>
    public static bool IsKnown(string name) => name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || name.Equals("utf8", StringComparison.OrdinalIgnoreCase) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
        || name.Equals("utf-16", StringComparison.OrdinalIgnoreCase) || SingleByte(name) is not null;

    /// <summary>The beginning of a file in UTF-8.</summary>
    public static ReadOnlySpan<byte> Utf8Head(ReadOnlySpan<byte> head)
    {
        if (Of(head) is not { } encoding) return head;
        if (encoding.IsSingleByte) return head;
        return Encoding.UTF8.GetBytes(
            (encoding == s_little ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head[..(head.Length & ~1)]));
    }

    /// <summary>A file in UTF-8; its byte order mark stays a character of it.</summary>
    /// <exception cref="RedactionException">The file is not valid in the encoding of its byte order mark.</exception>
    public static byte[] ToUtf8(byte[] content, string format)
    {
        if (Of(content) is not { } encoding) return content;
        try
        {
            return Encoding.UTF8.GetBytes(encoding.GetString(content));
        }
        catch (DecoderFallbackException)
        {
            throw new RedactionException(ErrorCodes.InvalidEncoding, format, "The text is not valid in the encoding that it declares.");
        }
    }

    private static string? Declared(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith("<?xml"u8)) return null;
        var declaration = content[..Math.Min(content.Length, LongestDeclaration)];
        var end = declaration.IndexOf("?>"u8);
        var at = end < 0 ? -1 : declaration[..end].IndexOf("encoding"u8);
        if (at < 0) return null;
        var value = declaration[(at + "encoding".Length)..end].TrimStart(" \t\r\n="u8);
        if (value.Length < 2 || value[0] is not ((byte)'"' or (byte)'\'')) return null;
        var close = value[1..].IndexOf(value[0]);
        return close < 0 ? null : Encoding.ASCII.GetString(value.Slice(1, close));
    }

    /// <summary>What an operator writes and the encoding lacks becomes a question mark.</summary>
    private static Encoding? SingleByte(string name)
    {
        if (!name.StartsWith("iso-8859-", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("windows-125", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("koi8-", StringComparison.OrdinalIgnoreCase)) return null;
        // The Windows code page holds all that Latin-1 does, and is what is meant.
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)) name = "windows-1252";
        try
        {
            var known = CodePagesEncodingProvider.Instance.GetEncoding(
                name, new EncoderReplacementFallback("?"), DecoderFallback.ExceptionFallback);
            return known is { IsSingleByte: true } ? known : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A stream that takes UTF-8 and writes the encoding to another one, which stays open.</summary>
    public static Stream Writer(Encoding? encoding, Stream output) =>
        encoding is null ? output : Encoding.CreateTranscodingStream(output, encoding, Encoding.UTF8, leaveOpen: true);
}
