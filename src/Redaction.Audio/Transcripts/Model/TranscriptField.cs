namespace Redaction.Audio;

/// <summary>A run of characters of the file that may be replaced.</summary>
/// <param name="Start">First byte.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="Encoding">How the characters are written.</param>
/// <param name="Text">The characters.</param>
internal sealed record TranscriptField(int Start, int Length, FieldEncoding Encoding, string Text)
{
    public override string ToString() => $"TranscriptField(Length = {Length})";
}
