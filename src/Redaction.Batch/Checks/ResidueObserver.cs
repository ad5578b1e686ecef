namespace Redaction.Batch;

/// <summary>Counts what is still found.</summary>
internal sealed class ResidueObserver(ItemResult result) : IPlanObserver
{
    public void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        where TRegion : struct, IRegion<TRegion>
    {
        foreach (ref readonly var item in plan.Items.AsSpan())
            result.Counts.Add(item.Finding.Type.Name, RegionWriter.Medium<TRegion>(), item.Operator);
    }
}
