namespace Redaction;

/// <summary>One thing to redact: a file, or a call (audio with its transcript).</summary>
/// <param name="Index">Place in the order of the inputs.</param>
/// <param name="Main">The file, or the audio of a call.</param>
/// <param name="Transcript">The transcript of a call.</param>
internal sealed record BatchItem(int Index, InputFile Main, InputFile? Transcript)
{
    public IEnumerable<InputFile> Files => Transcript is { } transcript ? [Main, transcript] : [Main];
}
