using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>What a second recogniser hears in a redacted recording; without what was said.</summary>
/// <param name="Listener">Names the recogniser.</param>
/// <param name="Residue">Values that the policy takes out, counted by entity.</param>
/// <param name="Digits">Where digits are said one after another.</param>
/// <param name="Words">How many different words of four letters and more are heard: a recording in which nothing is heard proves
/// nothing.</param>
internal sealed record HeardAgain(
    string Listener, ImmutableSortedDictionary<string, int> Residue, ImmutableArray<HeardDigits> Digits, int Words)
{
    /// <summary>Returns counts only.</summary>
    public override string ToString() => $"HeardAgain({Residue.Count}, {Digits.Length})";
}
