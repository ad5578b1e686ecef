namespace Redaction.Audio;

/// <summary>A file of a Kaldi data directory.</summary>
/// <param name="Name">Its name, such as <c>utt2spk</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record KaldiFile(string Name, byte[] Content)
{
    /// <summary>Returns the name and the length only.</summary>
    public override string ToString() => $"KaldiFile({Name}, {Content.Length})";
}
