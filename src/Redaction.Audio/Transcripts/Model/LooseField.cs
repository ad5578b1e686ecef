namespace Redaction.Audio;

/// <summary>A field that repeats nothing of what was spoken: searched on its own.</summary>
/// <param name="Field">The field.</param>
/// <param name="Path">Where it stands in the document.</param>
/// <param name="IsSpeaker">It names a speaker.</param>
internal sealed record LooseField(TranscriptField Field, string Path, bool IsSpeaker)
{
    public override string ToString() => $"LooseField({Path})";
}
