using System.Text;

namespace Redaction.Audio;

/// <summary>Files in UTF-16 (Praat, subtitles) are read as UTF-8 and written back as they were.</summary>
internal static class TranscriptEncoding
{
    private static readonly UnicodeEncoding s_little = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding s_big = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>The encoding that the byte order mark tells; null for UTF-8.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith<byte>([0xFF, 0xFE]) ? s_little : content.StartsWith<byte>([0xFE, 0xFF]) ? s_big : null;

    /// <summary>The beginning of a file in UTF-8.</summary>
    public static ReadOnlySpan<byte> Utf8Head(ReadOnlySpan<byte> head)
    {
        if (Of(head) is not { } encoding) return head;
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
            throw new RedactionException(ErrorCodes.InvalidEncoding, format, "The text is not valid UTF-16.");
        }
    }

    /// <summary>A stream that takes UTF-8 and writes the encoding to another one, which stays open.</summary>
    public static Stream Writer(Encoding? encoding, Stream output) =>
        encoding is null ? output : Encoding.CreateTranscodingStream(output, encoding, Encoding.UTF8, leaveOpen: true);
}
