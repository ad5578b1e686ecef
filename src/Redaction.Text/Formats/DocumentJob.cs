using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>What is to be done with a document.</summary>
/// <param name="Redactor">Plans and writes; made for this document unless it is made for one already (<see cref="TextRedactor.ForDocument"/>).</param>
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

    /// <summary>Is told of every plan.</summary>
    /// <value>An observer that takes no notice.</value>
    public IPlanObserver Observer { get; init; } = NullPlanObserver.Instance;

    /// <summary>Stops the work between two values.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Takes the account of what was searched and what was not.</summary>
    /// <value>Null: one is made for each document, so that what cannot be searched is refused, erased or kept as <see
    /// cref="TextRedactor.Unsearched"/> says.</value>
    public SearchLedger? Ledger { get; init; }

    /// <summary>The account of the document; there always is one once <see cref="Begin"/> was called.</summary>
    internal SearchLedger Account => Ledger!;

    /// <summary>This job with a ledger that counts in a unit.</summary>
    internal DocumentJob Begin(string unit)
    {
        var job = Ledger is null ? this with { Ledger = new(Redactor.Unsearched) } : this;
        job.Account.CountIn(unit);
        return job;
    }

    internal bool Includes(string? field)
    {
        if (Fields.IsEmpty) return true;
        foreach (var glob in Fields)
            if (field is not null && glob.Matches(field)) return true;
        return false;
    }
}
