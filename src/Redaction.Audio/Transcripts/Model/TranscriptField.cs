namespace Redaction.Audio;

/// <summary>A run of characters of the file that may be replaced; <see cref="TranscriptBuilder.Field"/> makes one.</summary>
internal sealed record TranscriptField
{
    internal TranscriptField(int start, int length, FieldEncoding encoding, string text) => (Start, Length, Encoding, Text) =
        (start, length, encoding, text);

    /// <summary>First byte.</summary>
    public int Start { get; }

    /// <summary>Number of bytes.</summary>
    public int Length { get; }

    /// <summary>How the characters are written.</summary>
    public FieldEncoding Encoding { get; }

    /// <summary>The characters.</summary>
    public string Text { get; }

    /// <summary>Returns the length only, never the text.</summary>
    public override string ToString() => $"TranscriptField(Length = {Length})";
}
