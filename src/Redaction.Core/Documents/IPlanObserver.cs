namespace Redaction;

/// <summary>Is told of every plan as a document is worked through: counts, manifests and reports are made from it.</summary>
/// <remarks>Called on the thread that works on the document; one observer belongs to one document.</remarks>
public interface IPlanObserver
{
    /// <summary>Takes notice of a plan.</summary>
    /// <param name="place">The part of the document.</param>
    /// <param name="plan">What was decided; without content.</param>
    /// <param name="text">The text that the plan is over, for callers that may show values; empty for images and audio. Valid during the call only.</param>
    void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        where TRegion : struct, IRegion<TRegion>;
}
