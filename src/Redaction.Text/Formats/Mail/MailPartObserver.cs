namespace Redaction.Text;

/// <summary>Adds the part of the message to the place of each plan.</summary>
internal sealed class MailPartObserver(RedactionObserver next, int part) : RedactionObserver(next)
{
    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text) =>
        base.OnPlan(place with { Path = $"part[{part}]{(place.Path is null ? ".body" : place.Path.TrimStart('$'))}" }, plan, text);

    /// <summary>Stops here: what is kept to be put back is kept by page and place of a file, and a part is none.</summary>
    public override void OnOriginal<TRegion>(in DocumentPlace place, in PlannedRedaction<TRegion> item, OriginalRegion original)
    {
    }
}
