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

    /// <summary>Fields to redact: names of keys or columns, paths such as <c>$.messages[*].content</c>, or globs, with all that lies
    /// below them; others are copied unchanged.</summary>
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

    /// <summary>By which fields records tell another data type than that of the context.</summary>
    internal ImmutableArray<RecordType> RecordTypes { get; init; } = [];

    /// <summary>Is told which fields there are.</summary>
    internal FieldUsage? Usage { get; init; }

    /// <summary>Refuses a document in which none of <see cref="Fields"/> is, and nothing was looked into for that.</summary>
    internal bool RequiresField { get; init; }

    /// <summary>Which fields are looked into; null before <see cref="Begin"/>.</summary>
    internal FieldFilter? Filter { get; private init; }

    /// <summary>What was left out of the document before; null where nothing was.</summary>
    internal DroppedFields? Dropped { get; init; }

    /// <summary>The threads that may work on the document; null: the calling one.</summary>
    internal ThreadShare? Share { get; init; }

    /// <summary>Keeps the plans of a long document; null: they are made again where the work was stopped.</summary>
    internal PlanTape? Tape { get; init; }

    /// <summary>True where parts of the document may be planned before their turn: what is written where is not asked for.</summary>
    internal bool PlansAhead => (Tape is not null || Share is { Threads: > 1 }) && !Redactor.ReadsOutput;

    /// <summary>Has a piece planned, or takes its plans from the tape.</summary>
    /// <param name="index">Number of the piece.</param>
    /// <param name="content">The piece.</param>
    /// <param name="plan">Plans it.</param>
    internal void Plan(long index, ReadOnlySpan<byte> content, Action<PlanLog> plan)
    {
        var log = Tape?.Open(index, content) ?? new();
        plan(log);
        Tape?.Keep(index, content, log);
    }

    /// <summary>Takes the account of what was searched and what was not; null before <see cref="Begin"/>.</summary>
    internal SearchLedger? Ledger { get; private init; }

    /// <summary>The account of the document; there always is one once <see cref="Begin"/> was called.</summary>
    internal SearchLedger Account => Ledger!;

    /// <summary>This job with a ledger of its own that counts in a unit; what cannot be searched is treated as
    /// <see cref="TextRedactor.Unsearched"/> says.</summary>
    internal DocumentJob Begin(string unit)
    {
        var filter = new FieldFilter(Fields, Usage);
        var ledger = new SearchLedger(Redactor.Unsearched);
        ledger.CountIn(unit);
        return this with { Ledger = ledger, Filter = filter };
    }

    /// <summary>This job for planning on another thread: nobody is told of it, and nothing is counted.</summary>
    internal DocumentJob Ahead() => this with
    {
        Observer = RedactionObserver.None,
        Ledger = new(Redactor.Unsearched),
        Filter = new(Fields, Usage),
    };

    /// <summary>Ends the account of the document.</summary>
    /// <exception cref="RedactionException">Something must not be released (<see cref="ErrorCodes.Unsearched"/>), or no field was looked
    /// into (<see cref="ErrorCodes.NoSuchField"/>).</exception>
    internal void End(IDocumentFormat format)
    {
        var isUntouched = Account.Excluded > 0 && Filter is { HasMatch: false };
        if (Dropped is not null) Account.AddExcluded(Dropped.Amount);
        Account.Close(format.Id, Observer);
        if (RequiresField && !Fields.IsEmpty && isUntouched)
            throw new RedactionException(ErrorCodes.NoSuchField, format.Id, "None of the fields to look into is in it.");
    }

    /// <summary>True when a field is to be looked into; the field is noted as being there.</summary>
    internal bool Includes(string? field) => (Filter ?? new(Fields, Usage)).Includes(field);
}
