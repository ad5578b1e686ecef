namespace Redaction.Audio;

/// <summary>The smallest spoken part of a value: a digit, a number, a letter, a sign.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">First word.</param>
/// <param name="Last">Last word.</param>
/// <param name="Text">What it is in writing.</param>
/// <param name="Doubt">How much its neighbours must speak for it.</param>
internal readonly record struct SpokenAtom(AtomKind Kind, int First, int Last, string Text, AtomDoubt Doubt)
{
    public bool IsDigits => Kind is AtomKind.Digit or AtomKind.Pair or AtomKind.Scaled or AtomKind.Literal;

    public bool IsStrong => Doubt == AtomDoubt.None;

    public override string ToString() => $"SpokenAtom({Kind})";
}
