using System.Buffers;
using System.Text;

namespace Redaction.Text;

/// <summary>Leaves elements and attributes out of XML; what leaves stays as it is written, in the elements around it.</summary>
/// <remarks>Paths are the local names of the elements, <c>$.patients.patient.name</c>; attributes are one step more.</remarks>
internal sealed class XmlProjection(FieldProjection fields)
{
    private readonly XmlFieldWriter _writer = new(fields);

    /// <summary>Projects one document.</summary>
    /// <exception cref="RedactionException">The elements do not end where they have to (<see cref="ErrorCodes.Malformed"/>), the document
    /// is cut off (<see cref="ErrorCodes.Truncated"/>), or none of the fields is in it (<see cref="ErrorCodes.NoSuchField"/>).</exception>
    public void Run(Stream input, Stream output)
    {
        var (reader, writer) = TextEncoding.Open(input, output, new SearchLedger(), DeclarationSyntax.Markup);
        using (reader)
        using (writer)
        {
            var buffer = ArrayPool<char>.Shared.Rent(1 << 16);
            try
            {
                Run(reader, writer, ref buffer);
            }
            finally
            {
                ArrayPool<char>.Shared.Return(buffer, clearArray: true);
            }
        }
    }

    private void Run(StreamReader reader, StreamWriter writer, ref char[] buffer)
    {
        var length = 0;
        var held = new StringBuilder();
        for (var ended = false; !ended;)
        {
            length += TextEncoding.Read(reader, buffer.AsSpan(length));
            ended = length < buffer.Length;
            var done = 0;
            while (done < length)
            {
                var token = MarkupTokenizer.Read(buffer.AsSpan(0, length), done, isHtml: false, default);
                var isCut = token.Kind == MarkupTokenKind.Incomplete || (token.Kind == MarkupTokenKind.Text && token.Span.End == length);
                if (isCut && !ended) break;
                if (token.Kind == MarkupTokenKind.Incomplete) throw XmlFieldWriter.Failure(ErrorCodes.Truncated);
                _writer.Take(buffer.AsSpan(token.Span.Start, token.Span.Length), token.Kind, held, writer);
                done = token.Span.End;
            }
            if (done == 0 && !ended) Csv.Grow(ref buffer, length);
            buffer.AsSpan(done, length - done).CopyTo(buffer);
            length -= done;
        }
        _writer.End(held, writer);
    }
}
