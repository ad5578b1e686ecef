using System.Collections.Immutable;

namespace Redaction.Evaluation;

/// <summary>What labels that are not measured mean for predictions.</summary>
internal static class IgnoredLabels
{
    /// <summary>The predictions that count: not those that lie on nothing but ignored ranges, and none of an ignored entity that lies on
    /// nothing.</summary>
    public static EntitySpan[] Counted(LabelledText document, IEnumerable<EntitySpan> found, ImmutableArray<Glob> entities)
    {
        if (entities.IsEmpty) return [.. found];
        var (truth, ignored) = (new RangeSet(document.Spans.Select(static s => s.Span)), new RangeSet(document.Ignored));
        return [.. found.Where(s => truth.Overlaps(s.Span)
            || (!ignored.Overlaps(s.Span) && !entities.Any(e => e.Matches(s.Entity))))];
    }
}
