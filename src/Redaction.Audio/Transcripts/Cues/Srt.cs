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
            if (CueTime.TryReadRange(head.Slice(line.Start, line.Length), out _, out _, out _)) return true;
            if (line.Length > 0 && ++seen > 8) return false;
        }
        return false;
    }

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        var cues = new CueReader(content, FieldEncoding.Plain);
        var lines = CueLine.Split(content);
        for (var i = 0; i < lines.Count;)
        {
            if (!CueTime.TryReadRange(cues[lines[i]], out var from, out var to, out var settings))
            {
                if (cues[lines[i]].IndexOf("-->"u8) >= 0)
                    throw new RedactionException(ErrorCodes.Malformed, Id, $"The time in line {i + 1} cannot be read.");
                if (IsNumber(cues[lines[i]]) && i + 1 < lines.Count && CueTime.TryReadRange(cues[lines[i + 1]], out _, out _,
                    out _)) cues.AddLoose(lines[i++]);
                else cues.AddOutside(lines[i++]);
                continue;
            }
            cues.AddTimes(lines[i], settings);
            var begin = ++i;
            while (i < lines.Count && lines[i].Length > 0) i++;
            cues.AddCue(lines[begin..i], from, to);
        }
        if (cues.Cues == 0)
            throw new RedactionException(content.Length == 0 ? ErrorCodes.Truncated : ErrorCodes.Malformed, Id,
                "There is no cue in the file.");
        return cues.Builder.Build();
    }

    /// <summary>The number of a cue; nothing else stands between two cues.</summary>
    private static bool IsNumber(ReadOnlySpan<byte> line) => !line.IsEmpty
        && line.Trim(" \t"u8).IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
