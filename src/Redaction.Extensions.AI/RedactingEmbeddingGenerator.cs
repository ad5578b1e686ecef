using Microsoft.Extensions.AI;

namespace Redaction.Extensions.AI;

/// <summary>Redacts texts before they are embedded.</summary>
internal sealed class RedactingEmbeddingGenerator<TEmbedding>(
    IEmbeddingGenerator<string, TEmbedding> inner, Func<RedactionEngine> engine, RedactionContext context)
    : DelegatingEmbeddingGenerator<string, TEmbedding>(inner)
    where TEmbedding : Embedding
{
    public override Task<GeneratedEmbeddings<TEmbedding>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var text = engine().Text;
        string[] redacted = [.. values.Select(v => text.Redact(v, context, cancellationToken: cancellationToken))];
        return base.GenerateAsync(redacted, options, cancellationToken);
    }
}
