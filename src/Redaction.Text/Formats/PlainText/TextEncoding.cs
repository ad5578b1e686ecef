using System.Text;

namespace Redaction.Text;

/// <summary>Opens text strictly: UTF-8 with or without a byte order mark, UTF-16 with one. Bytes that are not valid are an error.</summary>
internal static class TextEncoding
{
    private static readonly Encoding s_utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding s_utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding s_utf16BigEndian =
        new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Detects the encoding, copies the byte order mark to the output and returns a reader and a writer after it.</summary>
    public static (StreamReader Reader, StreamWriter Writer) Open(Stream input, Stream output, SearchLedger ledger)
    {
        Span<byte> head = stackalloc byte[3];
        var length = input.ReadAtLeast(head, 3, throwOnEndOfStream: false);
        var (encoding, mark) = Detect(head[..length]);
        output.Write(head[..mark]);
        if (mark > 0) ledger.AddStructure(1); // the mark is one character
        var rest = new PrefixedStream(head[mark..length].ToArray(), input);
        return (new StreamReader(rest, encoding, detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true),
            new StreamWriter(output, encoding, 1 << 16, leaveOpen: true));
    }

    /// <summary>Reads like <see cref="StreamReader.ReadBlock(Span{char})"/> and turns invalid bytes into a typed error.</summary>
    public static int Read(StreamReader reader, Span<char> buffer)
    {
        try
        {
            var count = reader.ReadBlock(buffer);
            if (buffer[..count].Contains('\0'))
                throw new RedactionException(ErrorCodes.Malformed, "text", "The file holds NUL characters: it is not text.");
            return count;
        }
        catch (DecoderFallbackException)
        {
            throw new RedactionException(ErrorCodes.InvalidEncoding, "text", "Convert the file to UTF-8.");
        }
    }

    private static (Encoding Encoding, int MarkLength) Detect(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (s_utf8, 3),
        [0xFF, 0xFE, ..] => (s_utf16, 2),
        [0xFE, 0xFF, ..] => (s_utf16BigEndian, 2),
        _ => (s_utf8, 0),
    };
}
