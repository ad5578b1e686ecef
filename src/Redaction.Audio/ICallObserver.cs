using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>An observer that takes the values of a call as they were spoken: one line a value, with its place in the text, its time and its speaker.</summary>
/// <remarks>Told instead of <see cref="IPlanObserver.OnPlan"/> for the text of a transcript and its audio; plans of other fields still come there.</remarks>
public interface ICallObserver : IPlanObserver
{
    /// <summary>Takes notice of what is taken out of a call.</summary>
    /// <param name="plan">What was decided, over the text of the transcript.</param>
    /// <param name="text">The text of the transcript. Valid during the call only.</param>
    /// <param name="spoken">For each item of the plan, when and by whom it was spoken.</param>
    void OnCall(RedactionPlan<TextSpan> plan, ReadOnlySpan<char> text, ImmutableArray<SpokenPlace> spoken);
}
