using Redaction.Audio;
using Redaction.Governance;
using Redaction.Image;

namespace Redaction.Batch;

/// <summary>Notes who appears where in an item, and seals the pixels and samples that are painted over.</summary>
internal sealed class StoreObserver(IPlanObserver inner, ProjectStore store, bool seal, ItemResult result) : IPixelObserver, ISampleObserver
{
    public void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        where TRegion : struct, IRegion<TRegion>
    {
        inner.OnPlan(in place, plan, text);
        if (plan is not RedactionPlan<TextSpan> spans) return;
        foreach (ref readonly var item in spans.Items.AsSpan())
        {
            var (type, region) = (item.Finding.Type, item.Finding.Region);
            result.Seen.Add((place.Line, type.Name, store.Seals.IdentityOf(type, text.Slice(region.Start, region.Length))));
        }
    }

    public void OnPixels(int page, RedactionPlan<PixelBox> plan, ImageSource original)
    {
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var box = item.Finding.Region.ClampTo(original.Width, original.Height);
            if (box.IsEmpty) continue;
            Note(new(Input, "image", item.Finding.Type.Name, page, box.X, box.Y, box.Width, box.Height, original.Channels), seal ? ImagePatch.Copy(original, box) : []);
        }
    }

    public void OnSamples(in PlannedRedaction<AudioSpan> item, long firstFrame, int frameSize, ReadOnlySpan<byte> stored) =>
        Note(new(Input, "audio", item.Finding.Type.Name, 0, firstFrame, 0, stored.Length / frameSize, 1, frameSize), stored);

    private string Input => result.Inputs[0].Sha256;

    private void Note(SealedRegion region, ReadOnlySpan<byte> original)
    {
        result.Seen.Add((0, region.Type, store.Seals.IdentityOf(region)));
        if (seal) store.Seals.Keep(region, original);
    }
}
