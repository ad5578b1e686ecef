using System.Collections.Immutable;

namespace Redaction;

/// <summary>Reports, of what a detector finds, only some entity types.</summary>
internal sealed class EntitySelection(ITextDetector inner, ImmutableArray<string> entities) : ITextDetector
{
    public DetectorInfo Info { get; } = inner.Info with { Types = [.. inner.Info.Types.Where(t => Matches(entities, t))] };

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var all = new FindingSink<TextSpan>();
        inner.Detect(source, all);
        foreach (ref readonly var finding in all.Items)
            if (Matches(entities, finding.Type)) findings.Add(in finding);
    }

    private static bool Matches(ImmutableArray<string> entities, EntityType type)
    {
        foreach (var entity in entities)
            if (new Glob(entity).Matches(type.Name)) return true;
        return false;
    }
}
