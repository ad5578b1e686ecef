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

    /// <summary>Is notified of every plan.</summary>
    /// <value><see cref="RedactionObserver.None"/>.</value>
    public RedactionObserver Observer { get; init; } = RedactionObserver.None;

    /// <summary>Stops the work between two values.</summary>
    public CancellationToken Cancellation { get; init; }

    internal bool Includes(string? field)
    {
        if (Fields.IsEmpty) return true;
        foreach (var glob in Fields)
            if (field is not null && glob.Matches(field)) return true;
        return false;
    }
}
