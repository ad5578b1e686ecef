using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction.Documents.Columns;

/// <summary>Apache Parquet. See README.md in this folder.</summary>
internal sealed class ParquetFormat : IDocumentFormat
{
    /// <inheritdoc/>
    public string Id => "parquet";

    /// <inheritdoc/>
    public string Description =>
        "Apache Parquet: columns are the fields of rows, nested ones too; same schema, statistics and dictionaries written anew.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".parquet"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["application/vnd.apache.parquet"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head, string name) => head.StartsWith("PAR1"u8);

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("values");
        using var seekable = input.CanSeek ? null : Copy(input);
        try
        {
            new ParquetRedaction(job).RunAsync(seekable ?? input, output).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is not (RedactionException or OperationCanceledException))
        {
            throw new RedactionException(ErrorCodes.Malformed, Id, "The file is not valid Parquet, or is of a kind that is not read.",
                e.GetType());
        }
        job.End(this);
    }

    private static MemoryStream Copy(Stream input)
    {
        var copy = new MemoryStream();
        input.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
