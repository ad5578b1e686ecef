namespace Redaction.Governance;

/// <summary>Finds the tokens of a store in a text: <c>[type:letters]</c>. The finding's type is that of the sealed value.</summary>
internal sealed class SealDetector(SealStore store) : ITextDetector
{
    /// <inheritdoc/>
    public DetectorInfo Info { get; } = new("sealed", []);

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        for (var position = 0; SealedValue.Next(source.Text, position) is { } found; position = found.End)
        {
            var token = source.Text[(found.Colon + 1)..(found.End - 1)].ToString();
            if (!store.Knows(token)) continue;
            var type = new EntityType(source.Text[(found.Start + 1)..found.Colon].ToString());
            findings.Add(new(type, new(found.Start, found.End - found.Start), 1, Info.Id));
        }
    }
}
