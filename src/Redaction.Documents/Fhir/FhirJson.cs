using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Text;

namespace Redaction.Documents;

/// <summary>A resource or bundle of FHIR in JSON. See README.md in this folder.</summary>
internal sealed class FhirJson : IContainerFormat, IJsonFormat
{
    private const int FirstBuffer = 1 << 16;

    /// <inheritdoc/>
    public bool IsLines => false;

    /// <inheritdoc/>
    public string Id => "fhir";

    /// <inheritdoc/>
    public string Description =>
        "FHIR R4 and R5 in JSON: elements are redacted as what they are, notes and narratives as text, attachments as files.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".json"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["application/fhir+json"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head, string name) => FhirRecognition.IsResource(head);

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job) => Redact(input, output, job, new TextParts(job));

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job, IPartRedactor parts)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("bytes");
        var walker = new FhirWalker(job, parts);
        var (text, redacted) = TextEncoding.OpenUtf8(input, output);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            Run(text, redacted, job, walker, ref buffer);
        }
        catch (System.Text.DecoderFallbackException)
        {
            throw TextEncoding.Unknown();
        }
        finally
        {
            if (text != input) text.Dispose();
            if (redacted != output) redacted.Dispose();
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            walker.Clear();
        }
        job.End(this);
    }

    private static void Run(Stream input, Stream output, DocumentJob job, FhirWalker walker, ref byte[] buffer)
    {
        var state = new JsonReaderState(Json.Options);
        var length = 0;
        var first = true;
        for (var ended = false; !ended;)
        {
            job.Cancellation.ThrowIfCancellationRequested();
            length += input.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            ended = length < buffer.Length;
            var mark = first && buffer.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
            if (mark > 0)
            {
                output.Write(buffer.AsSpan(0, mark));
                job.Account.AddStructure(mark);
            }
            var rest = buffer.AsSpan(mark, length - mark);
            if (first) walker.Begin(rest);
            first = false;
            var done = mark + (ended ? walker.WalkToEnd(rest, ref state, output) : walker.Walk(rest, false, ref state, output));
            if (ended)
            {
                output.Write(buffer, done, length - done); // white space after the value
                job.Account.AddStructure(length - done);
            }
            else if (done == 0) Json.Grow(ref buffer, length);
            buffer.AsSpan(done, length - done).CopyTo(buffer);
            length -= done;
        }
    }
}
