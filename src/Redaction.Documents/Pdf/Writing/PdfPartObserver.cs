namespace Redaction.Documents.Pdf;

/// <summary>Adds the object of the document to the place of each plan of a part.</summary>
internal sealed class PdfPartObserver(RedactionObserver next, SearchLedger document, string path) : RedactionObserver(next)
{
    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text) =>
        base.OnPlan(place with { Path = path + (place.Path is null ? "" : place.Path.TrimStart('$')) }, plan, text);

    public override void OnSearched(SearchLedger ledger)
    {
        if (ledger.Unsearched > 0 || ledger.Parts.Count > 0) document.AddPart(path, ledger);
    }

    /// <summary>Stops here: what is kept to be put back is kept by page and place of a file, and a part is none.</summary>
    public override void OnOriginal<TRegion>(in DocumentPlace place, in PlannedRedaction<TRegion> item, OriginalRegion original)
    {
    }
}
