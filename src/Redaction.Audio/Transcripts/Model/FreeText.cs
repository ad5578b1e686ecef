namespace Redaction.Audio;

/// <summary>A field that repeats nothing of what was spoken: searched on its own and for what was found elsewhere.</summary>
/// <param name="Field">The field.</param>
/// <param name="Path">Where it stands in the document.</param>
/// <param name="IsSpeaker">It names a speaker.</param>
/// <param name="IsNumber">It is a JSON number: what is found there makes it a zero.</param>
/// <param name="IsKey">Other fields of the file name the same thing: equal keys stay equal, different ones different.</param>
/// <param name="IsName">It names a thing of the format, such as a member or a setting: only what is a value by its own form is
/// looked for.</param>
internal sealed record FreeText(
    TranscriptField Field, string Path, bool IsSpeaker, bool IsNumber = false, bool IsKey = false, bool IsName = false)
{
    /// <summary>Where else the same bytes stand for the same thing.</summary>
    public List<int>? Repeats { get; init; }

    public override string ToString() => $"FreeText({Field.Length})";
}
