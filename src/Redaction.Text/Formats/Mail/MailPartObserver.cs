namespace Redaction.Text;

/// <summary>Adds the part of the message to the place of each plan.</summary>
internal sealed class MailPartObserver(RedactionObserver next, SearchLedger message, string part) : RedactionObserver(next)
{
    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text) =>
        base.OnPlan(place with { Path = $"{part}{(place.Path is null ? ".body" : place.Path.TrimStart('$'))}" }, plan, text);

    /// <summary>
    /// The account of the part is one of the message's; one in which all was searched is left out, as there may be thousands.
    /// </summary>
    public override void OnSearched(SearchLedger ledger)
    {
        if (ledger.Unsearched > 0 || ledger.Parts.Count > 0) message.AddPart(part, ledger);
    }

    /// <summary>Stops here: what is kept to be put back is kept by page and place of a file, and a part is none.</summary>
    public override void OnOriginal<TRegion>(in DocumentPlace place, in PlannedRedaction<TRegion> item, OriginalRegion original)
    {
    }
}
