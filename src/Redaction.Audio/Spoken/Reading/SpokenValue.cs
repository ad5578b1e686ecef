namespace Redaction.Audio;

/// <summary>A value that was said, in words of the transcript.</summary>
/// <param name="Type">What it is.</param>
/// <param name="First">First word.</param>
/// <param name="Last">Last word.</param>
/// <param name="Score">How likely it is one.</param>
/// <param name="Writing">What it is in writing, part by part; empty where the words stay as they are.</param>
internal sealed record SpokenValue(EntityType Type, int First, int Last, float Score, IReadOnlyList<SpokenAtom> Writing)
{
    public SpokenValue(EntityType type, int first, int last, float score) : this(type, first, last, score, []) { }

    public override string ToString() => $"SpokenValue({Type.Name})";
}
