using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>WebVTT captions (W3C): cues, inline times, and voices, whose names are redacted like a person's.</summary>
internal sealed class WebVtt : ITranscriptFormat
{
    private static ReadOnlySpan<byte> Signature => "WEBVTT"u8;

    /// <inheritdoc/>
    public string Id => "vtt";

    /// <inheritdoc/>
    public string Description => "WebVTT captions.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".vtt"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        return head.StartsWith(Signature) && (head.Length == 6 || head[6] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
    }

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        if (content.Length < 6) throw new RedactionException(ErrorCodes.Truncated, Id, "The file ends too early.");
        if (!Recognises(content)) throw new RedactionException(ErrorCodes.Malformed, Id, "The file does not begin with WEBVTT.");
        var cues = new CueReader(content, FieldEncoding.Cue);
        var lines = CueLine.Split(content);
        cues.Builder.AddStructure(lines[0].Start, Signature.Length);
        cues.AddLoose(AfterWord(lines[0], Signature.Length)); // what makes the file WebVTT stays, whatever a detector takes it for
        var isBlock = true; // header, note, style, region: text until the next empty line
        for (var i = 1; i < lines.Count;)
        {
            isBlock &= lines[i].Length > 0;
            if (IsBlockName(cues[lines[i]]))
            {
                isBlock = true;
                cues.Builder.AddStructure(lines[i].Start, lines[i++].Length);
                continue;
            }
            isBlock |= cues[lines[i]].StartsWith("NOTE "u8) || cues[lines[i]].StartsWith("NOTE\t"u8);
            if (!CueTime.TryReadRange(cues[lines[i]], out var from, out var to, out var settings))
            {
                if (cues[lines[i]].IndexOf("-->"u8) >= 0)
                    throw new RedactionException(ErrorCodes.Malformed, Id, $"The time in line {i + 1} cannot be read.");
                var isName = i + 1 < lines.Count && CueTime.TryReadRange(cues[lines[i + 1]], out _, out _, out _);
                if (isBlock || isName) cues.AddLoose(lines[i++]);
                else cues.AddOutside(lines[i++]);
                continue;
            }
            isBlock = false;
            cues.AddTimes(lines[i], settings);
            var begin = ++i;
            while (i < lines.Count && lines[i].Length > 0) i++;
            cues.AddCue(lines[begin..i], from, to);
        }
        return cues.Builder.Build();
    }

    private static CueLine AfterWord(CueLine line, int length) => new(line.Start + length, line.Length - length);

    private static bool IsBlockName(ReadOnlySpan<byte> line) =>
        line.SequenceEqual("NOTE"u8) || line.SequenceEqual("STYLE"u8) || line.SequenceEqual("REGION"u8);
}
