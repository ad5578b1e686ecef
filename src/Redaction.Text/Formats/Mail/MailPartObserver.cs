namespace Redaction.Text;

/// <summary>Adds the part of the message to the place of each plan.</summary>
internal sealed class MailPartObserver(IPlanObserver inner, int part) : IPlanObserver
{
    public void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        where TRegion : struct, IRegion<TRegion> =>
        inner.OnPlan(place with { Path = $"part[{part}]{(place.Path is null ? ".body" : place.Path.TrimStart('$'))}" }, plan, text);
}
