namespace Redaction;

/// <summary>Counts what is found before another observer is notified.</summary>
internal sealed class CountingObserver(RedactionObserver next) : RedactionObserver(next)
{
    public ItemCounts Counts { get; } = new();

    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
    {
        Counts.Add(plan);
        base.OnPlan(in place, plan, text);
    }
}
