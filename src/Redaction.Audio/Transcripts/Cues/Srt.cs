using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>SubRip subtitles. Only cues have times: see <see cref="WordTimes.Spread"/> for the words in them.</summary>
internal sealed class Srt : ITranscriptFormat
{
    /// <inheritdoc/>
    public string Id => "srt";

    /// <inheritdoc/>
    public string Description => "SubRip subtitles.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".srt"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var seen = 0;
        foreach (var line in CueLine.Split(head))
        {
            if (CueTime.TryReadRange(head.Slice(line.Start, line.Length), out _)) return true;
            if (line.Length > 0 && ++seen > 8) return false;
        }
        return false;
    }

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        if (WebVtt.IsSigned(content)) return WebVtt.ReadSigned(content); // only its name says that it is SubRip
        var cues = new CueReader(content, FieldEncoding.Plain);
        for (var line = 0; line < cues.Count;)
        {
            if (CueTime.TryReadRange(cues[line], out var range)) cues.ReadCue(ref line, range);
            else if (cues.IsBlank(line) || cues.TryAddIndex(line)) line++;
            else cues.AddOutside(line++);
        }
        if (cues.Cues == 0)
            throw new RedactionException(content.Length == 0 ? ErrorCodes.Truncated : ErrorCodes.Malformed, Id,
                "There is no cue in the file.");
        return cues.Builder.Build();
    }
}
