namespace Redaction.Text.Tests;

/// <summary>Keeps what it is told: place, entity and the absolute range.</summary>
internal sealed class CollectingObserver : RedactionObserver
{
    public List<(DocumentPlace Place, string Entity, long Start, string Value)> Items { get; } = [];

    public int Kept { get; private set; }

    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
    {
        Kept += plan.Kept;
        foreach (var item in plan.Items)
            if (item.Finding.Region is TextSpan span)
                Items.Add((place, item.Finding.Type.Name, place.Offset + span.Start, text.Slice(span.Start, span.Length).ToString()));
    }
}
