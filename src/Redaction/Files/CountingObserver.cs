namespace Redaction;

/// <summary>Counts what is found before another observer is told.</summary>
internal sealed class CountingObserver(IPlanObserver next) : IPlanObserver
{
    public ItemCounts Counts { get; } = new();

    public void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        where TRegion : struct, IRegion<TRegion>
    {
        Counts.Add(plan);
        next.OnPlan(in place, plan, text);
    }
}
