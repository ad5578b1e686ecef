using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>WebVTT captions (W3C): cues, inline times, and voices, whose names are redacted like a person's.</summary>
internal sealed class WebVtt : ITranscriptFormat
{
    private static readonly SearchValues<byte> s_counters = SearchValues.Create("0123456789-/"u8);
    private static ReadOnlySpan<byte> Signature => "WEBVTT"u8;

    /// <inheritdoc/>
    public string Id => "vtt";

    /// <inheritdoc/>
    public string Description => "WebVTT captions.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".vtt"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => IsSigned(head);

    /// <summary>True when a file begins as WebVTT does.</summary>
    public static bool IsSigned(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        return head.StartsWith(Signature) && (head.Length == 6 || head[6] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
    }

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        if (content.Length < 6) throw new RedactionException(ErrorCodes.Truncated, Id, "The file ends too early.");
        if (!IsSigned(content)) throw new RedactionException(ErrorCodes.Malformed, Id, "The file does not begin with WEBVTT.");
        return ReadSigned(content);
    }

    /// <summary>Reads a file that begins as WebVTT does.</summary>
    public static Transcript ReadSigned(byte[] content)
    {
        var cues = new CueReader(content, FieldEncoding.Cue);
        cues.AddStructure(0, Signature.Length);
        cues.AddLoose(0, Signature.Length); // what makes the file WebVTT stays, whatever a detector takes it for
        var block = CueBlock.Header;
        for (var line = 1; line < cues.Count;)
        {
            if (cues.IsBlank(line)) block = CueBlock.None;
            else if (CueTime.TryReadRange(cues[line], out var range))
            {
                block = CueBlock.None;
                cues.ReadCue(ref line, range, i => Begun(cues[i]) != CueBlock.None);
                continue;
            }
            else if (block is CueBlock.None or CueBlock.Header && Begun(cues[line]) is var begun and not CueBlock.None)
                AddName(cues, line, block = begun);
            else if (block == CueBlock.None) AddIdentifier(cues, line);
            else cues.AddLoose(line, isName: block == CueBlock.Style || (block == CueBlock.Header && IsMetadata(cues[line])));
            line++;
        }
        return cues.Builder.Build();
    }

    private static CueBlock Begun(ReadOnlySpan<byte> line)
    {
        var word = line.TrimEnd(" \t"u8);
        if (word.SequenceEqual("STYLE"u8) || word.SequenceEqual("REGION"u8)) return CueBlock.Style;
        return word.SequenceEqual("NOTE"u8) || line.StartsWith("NOTE "u8) || line.StartsWith("NOTE\t"u8) ? CueBlock.Note : CueBlock.None;
    }

    private static void AddName(CueReader cues, int line, CueBlock block)
    {
        var length = block == CueBlock.Note ? "NOTE".Length : cues[line].Length;
        cues.AddStructure(line, length);
        cues.AddLoose(line, length);
    }

    /// <summary>A line above the times names the cue; it may say anything.</summary>
    private static void AddIdentifier(CueReader cues, int line)
    {
        if (cues.TryAddIndex(line)) return;
        if (line + 1 < cues.Count && CueTime.TryReadRange(cues[line + 1], out _)) cues.AddLoose(line, isName: IsDrawn(cues[line]));
        else cues.AddOutside(line);
    }

    /// <summary>A UUID, and what meeting services count behind it (<c>…/12-0</c>).</summary>
    private static bool IsDrawn(ReadOnlySpan<byte> line)
    {
        const int length = 36;
        return line.Length >= length && Utf8Parser.TryParse(line[..length], out Guid _, out var used, 'D') && used == length
            && line[length..].IndexOfAnyExcept(s_counters) < 0;
    }

    /// <summary>The lines that the standards and players put under the first one.</summary>
    private static bool IsMetadata(ReadOnlySpan<byte> line) =>
        line.StartsWith("X-TIMESTAMP-MAP="u8) || line.StartsWith("Kind:"u8) || line.StartsWith("Language:"u8);
}
