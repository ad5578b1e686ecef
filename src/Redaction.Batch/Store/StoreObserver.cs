using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>Notes who appears where in an item, and seals the pixels and samples that are painted over.</summary>
internal sealed class StoreObserver(
    RedactionObserver next, ProjectStore store, bool seal, ItemNotes notes, string input) : RedactionObserver(next)
{
    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
    {
        base.OnPlan(in place, plan, text);
        if (plan is not RedactionPlan<TextSpan> spans) return;
        foreach (ref readonly var item in spans.Items.AsSpan())
        {
            var (type, region) = (item.Finding.Type, item.Finding.Region);
            notes.Seen.Add((place.Line, type.Name, store.Seals.Note(type, text.Slice(region.Start, region.Length))));
        }
    }

    public override void OnOriginal<TRegion>(in DocumentPlace place, in PlannedRedaction<TRegion> item, OriginalRegion original)
    {
        base.OnOriginal(in place, in item, original);
        var region = new SealedRegion(
            input, TRegion.Medium, item.Finding.Type.Name, place.Page,
            original.X, original.Y, original.Width, original.Height, original.UnitSize);
        notes.Seen.Add((0, region.Type, store.Seals.IdentityOf(region)));
        if (seal) store.Seals.Keep(region, original.ToArray());
    }
}
