namespace Redaction.Audio;

/// <summary>A line of a CHAT file with the lines that continue it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Speaker">The code of who speaks; null for other lines.</param>
/// <param name="Texts">What is written on it, without bullets.</param>
/// <param name="Time">From its first to its last bullet; null where it has none.</param>
internal sealed record ChatLine(ChatLineKind Kind, string? Speaker, List<TranscriptField> Texts, AudioSpan? Time)
{
    public override string ToString() => $"ChatLine({Kind})";
}
