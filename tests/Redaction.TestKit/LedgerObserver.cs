namespace Redaction.TestKit;

/// <summary>Keeps the accounts of an item.</summary>
public sealed class LedgerObserver : RedactionObserver
{
    private readonly List<SearchLedger> _ledgers = [];

    /// <summary>All accounts, in the order in which they were given.</summary>
    public IReadOnlyList<SearchLedger> Ledgers => _ledgers;

    /// <summary>The last one: that of the item where its parts give theirs to it.</summary>
    public SearchLedger Ledger => _ledgers[^1];

    public override void OnSearched(SearchLedger ledger) => _ledgers.Add(ledger);
}
