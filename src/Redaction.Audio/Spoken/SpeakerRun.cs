namespace Redaction.Audio;

/// <summary>A range of the text that one speaker says.</summary>
/// <param name="Span">Range in the text.</param>
/// <param name="Speaker">The label or name that the transcript gives.</param>
internal readonly record struct SpeakerRun(TextSpan Span, string Speaker)
{
    /// <summary>Returns the range only, never the name.</summary>
    public override string ToString() => $"SpeakerRun({Span.Start}, {Span.Length})";
}
