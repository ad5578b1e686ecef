using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Entries of directories. See README.md in this folder.</summary>
internal sealed class Ldif : IDocumentFormat
{
    /// <inheritdoc/>
    public string Id => "ldif";

    /// <inheritdoc/>
    public string Description => "LDIF, entries of directories: values are redacted, also in base64, folded lines read as one; names stay.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".ldif", ".ldi"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["text/ldif", "text/x-ldif", "application/ldif"];

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("characters");
        ContentLines.Run(input, output, job, new ContentLineWriter(job, isDirectory: true));
        job.End(this);
    }
}
