using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction.Documents;

/// <summary>Resources of FHIR, one a line, as bulk export writes them. See README.md in this folder.</summary>
internal sealed class FhirLines : IContainerFormat, IJsonFormat
{
    /// <inheritdoc/>
    public bool IsLines => true;

    /// <inheritdoc/>
    public string Id => "fhir-ndjson";

    /// <inheritdoc/>
    public string Description => "FHIR bulk data: one resource a line, each redacted like FHIR in JSON.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".ndjson", ".jsonl"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["application/fhir+ndjson"];

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
        JsonLines.Redact(input, output, job, new FhirWalker(job, parts));
        job.End(this);
    }
}
