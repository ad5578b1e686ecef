using System.Text.Json;

namespace Redaction.Audio.Whisper;

/// <summary>Writes what Whisper heard as whisper.cpp does: JSON with segments, and their tokens with times.</summary>
internal static class WhisperTranscript
{
    /// <summary>Writes the transcript; empty when nothing was said.</summary>
    public static byte[] Write(IReadOnlyList<HeardSegment> segments)
    {
        if (segments.All(static s => string.IsNullOrWhiteSpace(s.Text))) return [];
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteStartArray("transcription");
            foreach (var segment in segments) Write(json, segment);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return output.ToArray();
    }

    private static void Write(Utf8JsonWriter json, HeardSegment segment)
    {
        json.WriteStartObject();
        WriteTimes(json, segment.From, segment.To);
        json.WriteString("text", segment.Text);
        var pieces = Pieces(segment);
        if (pieces.Count > 0)
        {
            json.WriteStartArray("tokens");
            foreach (var piece in pieces)
            {
                json.WriteStartObject();
                json.WriteString("text", piece.Text);
                WriteTimes(json, piece.From, piece.To);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    /// <summary>The tokens as pieces of the segment's text, none of which cuts a character in two. None where they say something else than
    /// the text does: it then has the time of the segment.</summary>
    internal static List<HeardToken> Pieces(HeardSegment segment)
    {
        var (pieces, text, at) = (new List<HeardToken>(), segment.Text, 0);
        for (var i = 0; i < segment.Tokens.Length;)
        {
            var first = segment.Tokens[i];
            var (end, last) = (at + first.Text.Length, i);
            if (first.IsCut)
            {
                while (last + 1 < segment.Tokens.Length && segment.Tokens[last + 1].IsCut) last++;
                end = last + 1 == segment.Tokens.Length
                    ? text.Length : text.IndexOf(segment.Tokens[last + 1].Text, Math.Min(at + 1, text.Length), StringComparison.Ordinal);
            }
            else if (end > text.Length || !text.AsSpan(at, end - at).SequenceEqual(first.Text)) return [];
            if (end <= at) return [];
            var joined = segment.Tokens[i..(last + 1)];
            pieces.Add(new(text[at..end], joined.Min(static t => t.From), joined.Max(static t => t.To)));
            (at, i) = (end, last + 1);
        }
        return at == text.Length ? pieces : [];
    }

    private static void WriteTimes(Utf8JsonWriter json, long from, long to)
    {
        json.WriteStartObject("offsets");
        json.WriteNumber("from", from);
        json.WriteNumber("to", to);
        json.WriteEndObject();
    }
}
