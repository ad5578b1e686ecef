namespace Redaction.Batch;

/// <summary>Counts what is still found.</summary>
internal sealed class ResidueObserver(ItemNotes notes) : RedactionObserver
{
    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text) =>
        notes.Counts.Add(plan);
}
