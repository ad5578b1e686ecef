namespace Redaction;

/// <summary>
/// Is notified as a document is worked through: counts, manifests and reports are made from it, and originals are sealed.
/// </summary>
/// <remarks>
/// Derive and override what is of interest. An observer that stands before another gives it to the constructor: the other is notified of
/// all
/// that is not overridden, and of what an override passes to its base. Called on the thread that works on the document; one observer
/// belongs
/// to one document. A failure stops the work on it.
/// </remarks>
public class RedactionObserver
{
    private readonly RedactionObserver? _next;

    /// <summary>Makes an observer that stands alone.</summary>
    public RedactionObserver() { }

    /// <summary>Makes an observer that stands before another.</summary>
    /// <param name="next">Is notified of all that this one does not override.</param>
    public RedactionObserver(RedactionObserver next)
    {
        ArgumentNullException.ThrowIfNull(next);
        _next = next;
    }

    /// <summary>An observer that does nothing.</summary>
    public static RedactionObserver None { get; } = new();

    /// <summary>Is notified of a plan.</summary>
    /// <param name="place">The part of the document.</param>
    /// <param name="plan">What was decided; without content.</param>
    /// <param name="text">The text that the plan is over, for callers that may show values; empty for images and audio. Valid during the
    /// call only.</param>
    public virtual void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        where TRegion : struct, IRegion<TRegion> => _next?.OnPlan(in place, plan, text);

    /// <summary>
    /// Is notified of pixels or samples that are about to be painted over: of a whole region, or of a part where it is painted in parts.
    /// </summary>
    /// <param name="place">The part of the document.</param>
    /// <param name="item">The planned region.</param>
    /// <param name="original">What is there. Valid during the call only.</param>
    public virtual void OnOriginal<TRegion>(in DocumentPlace place, in PlannedRedaction<TRegion> item, OriginalRegion original)
        where TRegion : struct, IRegion<TRegion> => _next?.OnOriginal(in place, in item, original);

    /// <summary>Is notified of a record that was left out of the output, where the job leaves out bad ones.</summary>
    /// <param name="line">Its line, or its number among the records, from 1.</param>
    /// <param name="failure">Why; without content.</param>
    public virtual void OnRecordRefused(long line, RedactionException failure) => _next?.OnRecordRefused(line, failure);

    /// <summary>Is notified of what of an item was searched and what was not, once the reader has gone through it.</summary>
    /// <param name="ledger">The account; it does not change afterwards. An item of several media gives one for each.</param>
    public virtual void OnSearched(SearchLedger ledger) => _next?.OnSearched(ledger);
}
