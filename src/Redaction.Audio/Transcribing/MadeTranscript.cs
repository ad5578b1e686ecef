using System.Text.Json;

namespace Redaction.Audio;

/// <summary>A transcript that a recogniser made, of whatever format it is.</summary>
/// <param name="Format">The format; null: none of those that are known.</param>
/// <param name="HasTimes">It tells when something is spoken.</param>
/// <param name="HasWords">It tells of anything spoken.</param>
internal sealed record MadeTranscript(ITranscriptFormat? Format, bool HasTimes, bool HasWords)
{
    private const int HeadLength = 64 * 1024;
    private static readonly string[] s_texts =
        ["text", "word", "transcript", "content", "display", "lexical", "sentence", "token", "value", "punctuated_word"];

    /// <summary>The first format that reads the content and has times in it; else the first that reads it.</summary>
    public static MadeTranscript Of(byte[] content)
    {
        if (content.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0) return new(null, false, HasWords: false);
        var head = content.AsSpan(0, Math.Min(HeadLength, content.Length));
        MadeTranscript? best = null;
        foreach (var format in TranscriptFormats.All)
        {
            if (!format.Recognises(TranscriptEncoding.Utf8Head(head)) || Read(content, format) is not { } read) continue;
            var found = new MadeTranscript(format, read.HasTimes, !string.IsNullOrWhiteSpace(read.Master.Text));
            if (found.HasTimes) return found;
            if (best is null) best = found;
        }
        if (TranscriptFormats.OfShape(head) is { } shape && Read(content, shape) is { HasTimes: true }) return new(shape, true, true);
        return best ?? new(null, false, HasWords: !IsEmptyJson(content));
    }

    /// <summary>What recognisers write when nobody speaks: JSON whose texts are empty and whose lists have nothing in them.</summary>
    private static bool IsEmptyJson(byte[] content)
    {
        try
        {
            return !HasText(JsonParts.Read(content, RecogniserCommand.Component));
        }
        catch (RedactionException)
        {
            return false;
        }
    }

    private static bool HasText(JsonPart part)
    {
        if (part is { Kind: JsonTokenType.String, Length: > 0 } && (part.Name is null || s_texts.Contains(part.Name))) return true;
        foreach (var child in part.Children)
            if (HasText(child)) return true;
        return false;
    }

    private static Transcript? Read(byte[] content, ITranscriptFormat format)
    {
        try
        {
            return format.Read(TranscriptEncoding.ToUtf8(content, format.Id));
        }
        catch (RedactionException)
        {
            return null; // another format
        }
    }
}
