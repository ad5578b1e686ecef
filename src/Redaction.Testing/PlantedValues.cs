namespace Redaction.Testing;

/// <summary>Finds what a test planted.</summary>
internal sealed class PlantedValues((string Value, EntityType Type)[] planted) : ITextDetector
{
    public const string Id = "planted";

    /// <inheritdoc/>
    public DetectorInfo Info { get; } = new(Id, [.. planted.Select(static p => p.Type).Append(new("planted")).Distinct()]);

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var (value, type) in planted)
        {
            for (var from = 0; value.Length > 0; from += value.Length)
            {
                var at = source.Text[from..].IndexOf(value, StringComparison.OrdinalIgnoreCase);
                if (at < 0) break;
                from += at;
                findings.Add(new(type, new TextSpan(from, value.Length), 1, Id));
            }
        }
    }
}
