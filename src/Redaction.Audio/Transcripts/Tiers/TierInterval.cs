namespace Redaction.Audio;

/// <summary>A stretch of a tier with its text.</summary>
/// <param name="Field">Where the text is written.</param>
/// <param name="From">First tick; null when the file does not tell.</param>
/// <param name="To">The tick after the last; null when the file does not tell.</param>
internal sealed record TierInterval(TranscriptField Field, long? From, long? To)
{
    /// <summary>The part of the text of the transcript that it is or repeats; known once its tier is added.</summary>
    public TextSpan? Spoken { get; set; }

    public bool Overlaps(TierInterval other) => From < other.To && other.From < To;

    public override string ToString() => $"TierInterval({From}, {To})";
}
