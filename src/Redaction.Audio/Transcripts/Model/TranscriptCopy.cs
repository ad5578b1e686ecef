using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>One writing of what was spoken: fields that, joined, make a text.</summary>
/// <param name="Text">The joined text.</param>
/// <param name="Parts">Where each field stands in the text, in order.</param>
/// <param name="Scope">The part of the master text that the copy repeats; null when only its letters or its time tell.</param>
/// <param name="Path">Where the copy stands in the document.</param>
/// <param name="IsFragmented">The fields are words or characters: what can be found in them is found in the master text.</param>
/// <param name="Time">When it was spoken, where the transcript says so.</param>
internal sealed record TranscriptCopy(
    string Text, ImmutableArray<CopyPart> Parts, TextSpan? Scope, string Path, bool IsFragmented, AudioSpan? Time = null)
{
    public override string ToString() => $"TranscriptCopy(Length = {Text.Length})";
}

/// <summary>A field at its place in the text of a copy.</summary>
internal readonly record struct CopyPart(TranscriptField Field, int Start)
{
    public int End => Start + Field.Text.Length;
}
