namespace Redaction.Batch;

/// <summary>Counts what is still found.</summary>
internal sealed class ResidueObserver(ItemNotes notes) : IPlanObserver
{
    public void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        where TRegion : struct, IRegion<TRegion> => notes.Counts.Add(plan);
}
