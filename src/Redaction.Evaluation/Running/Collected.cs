namespace Redaction.Evaluation;

/// <summary>Keeps the planned items of one region type.</summary>
internal sealed class Collected<TKept> : IPlanObserver
    where TKept : struct, IRegion<TKept>
{
    public List<Finding<TKept>> Findings { get; } = [];

    public void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        where TRegion : struct, IRegion<TRegion>
    {
        foreach (var item in plan.Items)
            if (item.Finding is Finding<TKept> kept && place.Page == 0) Findings.Add(kept);
    }
}
