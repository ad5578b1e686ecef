using System.Collections.Immutable;

namespace Redaction;

/// <summary>Counts what the plans of a document take out, and lets the next observer know of everything.</summary>
internal sealed class FindingCounter(RedactionObserver next) : RedactionObserver(next)
{
    private readonly Dictionary<(string Entity, string Operator), int> _counts = [];

    /// <summary>The counts so far, by entity and operator.</summary>
    public ImmutableArray<FindingCount> Counts =>
    [
        .. _counts.Select(static c => new FindingCount(c.Key.Entity, c.Key.Operator, c.Value))
            .OrderBy(static c => c.Entity, StringComparer.Ordinal).ThenBy(static c => c.Operator, StringComparer.Ordinal),
    ];

    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
    {
        base.OnPlan(in place, plan, text);
        if (place.IsRepeat) return;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var key = (item.Finding.Type.Name, item.Operator);
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }
}
