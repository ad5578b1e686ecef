using System.Text.Json;

namespace Redaction.Audio;

/// <summary>Reads the family of OpenAI Whisper documents: the original, <c>verbose_json</c> of the API, and WhisperX.</summary>
/// <remarks>The master text comes from words where there are any, from the segments otherwise.</remarks>
internal sealed class WhisperReader(byte[] content, string format)
{
    private readonly JsonTranscript _json = new(content, format);

    public Transcript Read()
    {
        var root = _json.Root;
        var segments = root.Objects("segments").ToArray();
        var loneWords = segments.Any(s => s.Objects("words").Any()) ? null
            : new[] { "words", "word_segments" }.FirstOrDefault(n => root.Objects(n).Any());
        if (segments.Length == 0 && loneWords is null && ShapedJson.Read(content, format) is { } shaped) return shaped;
        if (loneWords is not null) ReadLoneWords(loneWords, segments);
        else foreach (var segment in segments) ReadSegment(segment);
        if (segments.Length == 0 && loneWords is null && root.Get("text", JsonTokenType.String) is null
            && content.AsSpan().IndexOf("\"word\""u8) >= 0)
            throw new RedactionException(ErrorCodes.UnsupportedFormat, format,
                "There are words, but no segments, words or text where this format has them.");
        ReadWholeText(hasMaster: segments.Length > 0 || loneWords is not null);
        foreach (var list in new[] { "words", "word_segments" })
            if (list != loneWords) AddWordCopy(root, list, _json.Builder.Whole);
        return _json.Build();
    }

    /// <summary>Words stand beside the segments: the words are one line, and the segments together are a copy of it.</summary>
    private void ReadLoneWords(string list, JsonPart[] segments)
    {
        var words = Words(_json.Root, list);
        var whole = _json.Builder.AddWords(words, null, null);
        var texts = segments.Select(s => _json.Claim(s, "text")).OfType<TranscriptField>().ToArray();
        _json.Builder.AddCopy(texts, "\n", whole, "$.segments[*].text", isFragmented: false);
        foreach (var segment in segments) AddDerived(segment, whole);
    }

    private void ReadSegment(JsonPart segment)
    {
        var (from, to) = (_json.Ticks(segment, "start"), _json.Ticks(segment, "end"));
        var words = Words(segment, "words");
        var text = _json.Claim(segment, "text");
        TextSpan scope;
        if (words.Count > 0)
        {
            scope = _json.Builder.AddWords(words, from, to);
            if (text is not null) _json.Builder.AddCopy([text], "", scope, segment.Path + ".text", isFragmented: false, Time(from, to));
        }
        else if (text is not null)
            scope = _json.Builder.AddSegment(
                [new(text, null, null, Speaker: segment.Get("speaker", JsonTokenType.String)?.String(content))], from, to);
        else return;
        var characters = segment.Objects("chars").Select(c => _json.Claim(c, "char")).OfType<TranscriptField>().ToArray();
        _json.Builder.AddCopy(characters, "", scope, segment.Path + ".chars", isFragmented: true);
        AddDerived(segment, scope);
    }

    private static AudioSpan? Time(long? from, long? to) =>
        from is { } start && to is { } end && end > start ? AudioSpan.FromBounds(start, end) : null;

    private void ReadWholeText(bool hasMaster)
    {
        if (_json.Claim(_json.Root, "text") is not { } text) return;
        if (hasMaster) _json.Builder.AddCopy([text], "", _json.Builder.Whole, "$.text", isFragmented: false);
        else _json.Builder.AddSegment([new(text, null, null)], null, null);
    }

    private void AddWordCopy(JsonPart parent, string list, TextSpan? scope)
    {
        var words = parent.Objects(list).Select(w => _json.Claim(w, "word")).OfType<TranscriptField>().ToArray();
        _json.Builder.AddCopy(words, Separator(words), scope, $"{parent.Path}.{list}", isFragmented: true);
    }

    /// <summary>The numbers of the model's tokens spell the text out for anyone who has the vocabulary.</summary>
    private void AddDerived(JsonPart segment, TextSpan scope)
    {
        if (segment.Get("tokens", JsonTokenType.StartArray) is { FirstChild: not null } tokens)
            _json.Builder.AddDerived(tokens.Start, tokens.Length, scope, "[]");
    }

    private List<SpokenWord> Words(JsonPart parent, string list)
    {
        var words = new List<SpokenWord>();
        var turn = parent.Get("speaker", JsonTokenType.String)?.String(content);
        foreach (var word in parent.Objects(list))
            if (_json.Claim(word, "word") is { } field)
                words.Add(new(field, _json.Ticks(word, "start"), _json.Ticks(word, "end"), " ",
                    word.Get("speaker", JsonTokenType.String)?.String(content) ?? turn, word.Confidence(content)));
        if (Separator(words.Select(static w => w.Field)).Length == 0)
            for (var i = 0; i < words.Count; i++) words[i] = words[i] with { Before = "" };
        return words;
    }

    // Whisper writes the space before a word into the word; WhisperX and the API do not.
    private static string Separator(IEnumerable<TranscriptField> words) => words.Any(w => w.Text.StartsWith(' ')) ? "" : " ";
}
