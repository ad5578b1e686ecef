using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>Counts what a transcript shows raw; without the keys a value counts too, so that the log never tells too little.</summary>
internal sealed class ViewCounts(RedactionPolicy rules) : RedactionObserver
{
    public ShownOriginals Shown { get; } = new();

    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
    {
        foreach (ref readonly var item in plan.Items.AsSpan())
            if (rules.Rules[item.Rule].Operator == "raw") Shown.Count(item.Finding.Type.Name, opened: true);
    }
}
