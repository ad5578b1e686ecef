using System.Buffers;
using System.Text;
using Redaction.Text;

namespace Redaction.Documents.Office;

/// <summary>Reads a part in XML piece by piece, so that memory stays bounded.</summary>
internal static class XmlPump
{
    private const int Piece = 1 << 18, Largest = 1 << 26;
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Gives all tokens to a sink.</summary>
    /// <exception cref="RedactionException">The part breaks the rules of XML, or something in it is too large.</exception>
    public static void Run(Stream input, Encoding encoding, IXmlSink sink, CancellationToken cancellation)
    {
        using var reader = new StreamReader(input, encoding, detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true);
        var buffer = ArrayPool<char>.Shared.Rent(Piece);
        try
        {
            Run(reader, sink, ref buffer, cancellation);
        }
        catch (DecoderFallbackException)
        {
            throw new RedactionException(
                ErrorCodes.InvalidEncoding, "office", "A part of the document is not in the encoding that it names.");
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        }
        if (!sink.IsComplete) throw new RedactionException(ErrorCodes.Truncated, "office", "A part of the document ends too early.");
    }

    /// <summary>UTF-8 or UTF-16 (ISO/IEC 29500-2 section 6.2.5), by their marks; another one only where the declaration names it.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[(byte)'<', 0]))
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || head.StartsWith((ReadOnlySpan<byte>)[0, (byte)'<']))
            return new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
        var declaration = Encoding.Latin1.GetString(head);
        declaration = declaration[..Math.Max(0, declaration.IndexOf("?>", StringComparison.Ordinal))];
        var at = declaration.IndexOf("encoding", StringComparison.Ordinal);
        var parts = at < 0 ? [] : declaration[at..].Split('"', '\'');
        if (parts.Length < 2 || parts[1].Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return s_utf8;
        return CodePages.Find(parts[1])
            ?? throw new RedactionException(ErrorCodes.InvalidEncoding, "office", "A part of the document names an unknown encoding.");
    }

    private static void Run(StreamReader reader, IXmlSink sink, ref char[] buffer, CancellationToken cancellation)
    {
        int length = 0, at = 0;
        for (var isLast = false; !isLast || at < length;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!isLast)
            {
                if (length == buffer.Length) Grow(ref buffer, length);
                var free = buffer.Length - length;
                var read = reader.ReadBlock(buffer.AsSpan(length));
                length += read;
                isLast = read < free;
            }
            ReadOnlySpan<char> xml = buffer.AsSpan(0, length);
            at = Take(xml, at, isLast, sink, out var isCut);
            if (!isCut && (!isLast || at < length)) continue;
            sink.Flush(xml[..at]);
            xml[at..].CopyTo(buffer);
            (length, at) = (length - at, 0);
        }
    }

    /// <summary>Takes tokens until the buffer ends or enough was taken.</summary>
    private static int Take(ReadOnlySpan<char> xml, int at, bool isLast, IXmlSink sink, out bool isCut)
    {
        isCut = false;
        while (at < xml.Length)
        {
            var token = OfficeXmlScanner.Read(xml, at, isLast);
            if (token.Kind == OfficeXmlKind.Incomplete) break;
            sink.Take(xml, in token);
            at = token.Span.End;
            if (token.Kind != OfficeXmlKind.End || at < Piece / 2 || !sink.CanCut) continue;
            isCut = true;
            break;
        }
        return at;
    }

    private static void Grow(ref char[] buffer, int length)
    {
        if (buffer.Length >= Largest)
            throw new RedactionException(ErrorCodes.TooLarge, "office", "A paragraph, row or element is larger than the memory limit.");
        var larger = ArrayPool<char>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        buffer = larger;
    }
}
