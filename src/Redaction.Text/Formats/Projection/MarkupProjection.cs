using System.Buffers;
using System.Text;

namespace Redaction.Text;

/// <summary>Leaves fields out of XML and HTML; what leaves stays as it is written, in the elements around it.</summary>
/// <remarks>In XML, fields are the local names of the elements, <c>$.patients.patient.name</c>; attributes are one step more. In HTML they
/// are the columns of tables.</remarks>
internal sealed class MarkupProjection(IMarkupFieldWriter fields, bool isHtml)
{
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
        var (length, done) = (0, 0);
        var held = new StringBuilder();
        var before = default(MarkupToken);
        for (var ended = false; !ended;)
        {
            length += TextEncoding.Read(reader, buffer.AsSpan(length));
            ended = length < buffer.Length;
            var start = done;
            while (done < length)
            {
                var token = MarkupTokenizer.Read(buffer.AsSpan(0, length), done, isHtml, before);
                var isCut = token.Kind == MarkupTokenKind.Incomplete || (token.Kind == MarkupTokenKind.Text && token.Span.End == length);
                if (isCut && !ended) break;
                var text = buffer.AsSpan(token.Span.Start, token.Span.Length);
                if (token.Kind == MarkupTokenKind.Incomplete) fields.TakeCutOff(text, held, writer);
                else fields.Take(text, token.Kind, held, writer);
                (before, done) = (token, token.Span.End);
            }
            if (done == start && !ended && length == buffer.Length) Csv.Grow(ref buffer, length);
            var gone = Math.Min(done, before.Span.Start); // the tag before tells how the next token is read
            buffer.AsSpan(gone, length - gone).CopyTo(buffer);
            (length, done) = (length - gone, done - gone);
            before = before with { Span = new(before.Span.Start - gone, before.Span.Length) };
        }
        fields.End(held, writer);
    }
}
