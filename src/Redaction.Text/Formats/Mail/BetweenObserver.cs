namespace Redaction.Text;

/// <summary>Takes the account of text before the first part of a message or after the last; plans pass unchanged.</summary>
internal sealed class BetweenObserver(RedactionObserver next, SearchLedger message, string place) : RedactionObserver(next)
{
    public override void OnSearched(SearchLedger ledger)
    {
        if (ledger.Unsearched > 0) message.AddPart(place, ledger);
    }
}
