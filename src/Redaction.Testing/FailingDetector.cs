namespace Redaction.Testing;

/// <summary>Fails at every text.</summary>
internal sealed class FailingDetector(string code, string? advice) : ITextDetector
{
    /// <inheritdoc/>
    public DetectorInfo Info { get; } = new("failing", new EntityType("planted"));

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings) => throw new RedactionException(code, Info.Id, advice);
}
