namespace Redaction;

/// <summary>Reports, of what a detector finds, only some entity types.</summary>
internal sealed class EntitySelection(ITextDetector inner, Predicate<EntityType> isWanted) : ITextDetector
{
    public DetectorInfo Info { get; } = inner.Info with { Types = [.. inner.Info.Types.Where(t => isWanted(t))] };

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var all = new FindingSink<TextSpan>();
        inner.Detect(source, all);
        foreach (ref readonly var finding in all.Items)
            if (isWanted(finding.Type)) findings.Add(in finding);
    }
}
