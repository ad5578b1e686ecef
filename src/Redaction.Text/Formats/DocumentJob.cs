using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>What is to be done with a document.</summary>
/// <param name="Redactor">Plans and writes; made for this document unless it is made for one already
/// (<see cref="TextRedactor.ForDocument"/>).</param>
public sealed record DocumentJob(TextRedactor Redactor)
{
    /// <summary>Plans and writes, with a memory for this document.</summary>
    public TextRedactor Redactor { get; init; } = Redactor.ForDocument(new());

    /// <summary>Context of the document; formats add the field.</summary>
    /// <value><see cref="RedactionContext.Default"/>.</value>
    public RedactionContext Context { get; init; } = RedactionContext.Default;

    /// <summary>Fields to redact, as JSON paths, column names or globs; others are copied unchanged.</summary>
    /// <value>Empty: all.</value>
    public ImmutableArray<Glob> Fields { get; init; } = [];

    /// <summary>Leaves records that cannot be redacted out and tells the observer, instead of refusing the document.</summary>
    /// <value>False: a document with one bad record is refused.</value>
    public bool LeavesOutBadRecords { get; init; }

    /// <summary>Is notified of every plan.</summary>
    /// <value><see cref="RedactionObserver.None"/>.</value>
    public RedactionObserver Observer { get; init; } = RedactionObserver.None;

    /// <summary>Stops the work between two values.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Takes the account of what was searched and what was not; null before <see cref="Begin"/>.</summary>
    internal SearchLedger? Ledger { get; private init; }

    /// <summary>The account of the document; there always is one once <see cref="Begin"/> was called.</summary>
    internal SearchLedger Account => Ledger!;

    /// <summary>This job with a ledger of its own that counts in a unit; what cannot be searched is treated as
    /// <see cref="TextRedactor.Unsearched"/> says.</summary>
    internal DocumentJob Begin(string unit)
    {
        var ledger = new SearchLedger(Redactor.Unsearched);
        ledger.CountIn(unit);
        return this with { Ledger = ledger };
    }

    /// <summary>Ends the account of the document.</summary>
    /// <exception cref="RedactionException">Something must not be released (<see cref="ErrorCodes.Unsearched"/>).</exception>
    internal void End(IDocumentFormat format) => Account.Close(format.Id, Observer);

    internal bool Includes(string? field)
    {
        if (Fields.IsEmpty) return true;
        foreach (var glob in Fields)
            if (field is not null && glob.Matches(field)) return true;
        return false;
    }
}
