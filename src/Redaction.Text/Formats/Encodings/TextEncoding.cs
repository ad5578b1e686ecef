using System.Text;

namespace Redaction.Text;

/// <summary>Opens text in whatever encoding it is in, strictly: bytes that are not valid in it are an error. The output is in the same
/// one.</summary>
internal static class TextEncoding
{
    /// <summary>Detects the encoding, copies the byte order mark to the output and returns a reader and a writer after it.</summary>
    /// <param name="input">The text; looked through to its end where it can be sought, else at its beginning.</param>
    /// <param name="output">Receives the text.</param>
    /// <param name="ledger">Takes the account of the mark.</param>
    /// <param name="syntax">How texts of the format declare their encoding.</param>
    /// <exception cref="RedactionException">The encoding is not known (<see cref="ErrorCodes.InvalidEncoding"/>).</exception>
    public static (StreamReader Reader, StreamWriter Writer) Open(Stream input, Stream output, SearchLedger ledger,
        DeclarationSyntax syntax = DeclarationSyntax.Comment)
    {
        var found = EncodingDetection.Of(ref input, syntax);
        Span<byte> mark = stackalloc byte[4];
        input.ReadExactly(mark[..found.MarkLength]);
        output.Write(mark[..found.MarkLength]);
        if (found.MarkLength > 0) ledger.AddStructure(1); // the mark is one character
        return (new StreamReader(input, found.Encoding, detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true),
            new StreamWriter(output, found.Encoding, 1 << 16, leaveOpen: true));
    }

    /// <summary>The text and its output as UTF-8, whatever they are in, for formats that are read as bytes. Both are to be disposed
    /// of.</summary>
    /// <exception cref="RedactionException">The encoding is not known (<see cref="ErrorCodes.InvalidEncoding"/>).</exception>
    public static (Stream Input, Stream Output) OpenUtf8(Stream input, Stream output)
    {
        var found = EncodingDetection.Of(ref input, DeclarationSyntax.None);
        if (found.Encoding is UTF8Encoding) return (input, output);
        return (Encoding.CreateTranscodingStream(input, found.Encoding, CodePages.Utf8, leaveOpen: true),
            Encoding.CreateTranscodingStream(output, found.Encoding, CodePages.Utf8, leaveOpen: true));
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
            throw Unknown();
        }
    }

    /// <summary>What is said of bytes that are not valid in any encoding there is reason to believe in.</summary>
    public static RedactionException Unknown() => new(
        ErrorCodes.InvalidEncoding, "text", "The text is not in one known encoding: convert the file to UTF-8, for example with iconv.");
}
