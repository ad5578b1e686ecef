using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>What a recogniser still hears in a redacted recording.</summary>
/// <param name="Verifier">Id of the verifier.</param>
/// <param name="Residue">Values that were found in what it heard and that the policy takes out, counted by entity.</param>
/// <param name="KeptWords">Words that were not masked, and should be heard.</param>
/// <param name="KeptWordsHeard">How many of them it heard.</param>
public sealed record CallCheck(string Verifier, ImmutableSortedDictionary<string, int> Residue, int KeptWords, int KeptWordsHeard)
{
    /// <summary>True when nothing is left and at least half of the other words are heard: a recording that is silent,
    /// or not understood, proves nothing.</summary>
    public bool IsPassed => Residue.IsEmpty && KeptWordsHeard * 2 >= Math.Max(1, KeptWords);
}
