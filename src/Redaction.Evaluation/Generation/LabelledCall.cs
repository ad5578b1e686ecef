using System.Collections.Immutable;

namespace Redaction.Evaluation;

/// <summary>An invented call whose words are labelled.</summary>
/// <param name="Id">Name of the call.</param>
/// <param name="Words">The words, in time.</param>
internal sealed record LabelledCall(string Id, ImmutableArray<LabelledWord> Words)
{
    /// <summary>Returns the number of words only.</summary>
    public override string ToString() => $"LabelledCall(Words = {Words.Length})";
}
