using System.Text;
using System.Text.Json;

namespace Redaction.Audio;

/// <summary>Reads a transcript as its service's table says.</summary>
internal sealed class JsonServiceReader(JsonService service, byte[] content)
{
    private readonly JsonTranscript _json = new(content, service.Id);
    private bool _isRead;

    public Transcript Read()
    {
        foreach (var group in service.Groups)
            foreach (var line in group.Path.All(_json.Root)) ReadLine(group, line);
        if (!_isRead && service.Groups.All(g => g.Path.All(_json.Root).Count == 0))
            throw new RedactionException(ErrorCodes.UnsupportedFormat, service.Id, "There are no words where this format has them.");
        foreach (var copies in service.Copies)
            foreach (var part in copies.Path.All(_json.Root)) AddCopies(copies, part);
        return _json.Build();
    }

    private void ReadLine(JsonGroup group, JsonPart line)
    {
        var alternatives = group.Alternatives is null ? [line] : group.Alternatives.All(line);
        if (alternatives.Count == 0) return;
        var time = group.LineTimes?.Span(_json, line);
        if (AddSpoken(group, line, alternatives[0], time) is not { } scope) return;
        _isRead = true;
        for (var i = 0; i < alternatives.Count; i++) AddTexts(group, alternatives[i], scope, time, withWords: i > 0);
    }

    /// <summary>Adds what was spoken: the words, or where there are none the first text that stands there.</summary>
    private TextSpan? AddSpoken(JsonGroup group, JsonPart line, JsonPart spoken, AudioSpan? time)
    {
        var speaker = Label(group.Speaker?.First(line));
        var words = Words(group, spoken, speaker);
        if (words.Count > 0) return _json.Builder.AddWords(words, time?.Start, time?.End);
        foreach (var path in group.Texts)
        {
            if (_json.Claim(path.First(spoken)) is { } text)
                return _json.Builder.AddSegment([new(text, null, null, Speaker: speaker)], time?.Start, time?.End);
        }
        return null;
    }

    private List<SpokenWord> Words(JsonGroup group, JsonPart spoken, string? speaker)
    {
        var words = new List<SpokenWord>();
        if (group.Words is null) return words;
        bool isJoined = false, attachNext = false;
        foreach (var word in group.Words.All(spoken))
        {
            if (_json.Claim(group.Word.First(word)) is not { } field) continue;
            var isMark = Is(group.Kind?.First(word), "punct"u8);
            var (from, to) = group.Times.Read(_json, word);
            isJoined |= field.Text.StartsWith(' ') || (isMark && field.Text.EndsWith(' '));
            var before = (isMark && !Is(word["attaches_to"], "next"u8) && !Is(word["attaches_to"], "none"u8)) || attachNext ? "" : " ";
            attachNext = isMark && (Is(word["attaches_to"], "next"u8) || Is(word["attaches_to"], "both"u8));
            words.Add(isMark ? new(field, null, null, before, Label(group.WordSpeaker?.First(word)) ?? speaker)
                : new(field, from, to, before, Label(group.WordSpeaker?.First(word)) ?? speaker, word.Confidence(content)));
        }
        if (!isJoined) return words;
        for (var i = 0; i < words.Count; i++) words[i] = words[i] with { Before = "" }; // the spaces are written into the words
        return words;
    }

    private void AddTexts(JsonGroup group, JsonPart alternative, TextSpan scope, AudioSpan? time, bool withWords)
    {
        foreach (var path in group.Texts)
            foreach (var part in path.All(alternative))
                if (_json.Claim(part) is { } text) _json.Builder.AddCopy([text], "", scope, part.Path, isFragmented: false, time);
        if (group.Words is null) return;
        var words = group.Words.All(alternative);
        if (withWords) AddList(words, group.Word, scope, time);
        foreach (var twin in group.Twins) AddList(words, twin, scope, time);
    }

    private void AddList(List<JsonPart> words, ServicePath path, TextSpan? scope, AudioSpan? time)
    {
        var parts = new List<JsonPart>();
        foreach (var word in words) path.All(word, parts);
        AddFields(parts, scope, time);
    }

    private void AddCopies(JsonCopies copies, JsonPart part)
    {
        var time = copies.Times?.Span(_json, part);
        foreach (var path in copies.Texts)
            foreach (var text in path.All(part))
                if (_json.Claim(text) is { } field) _json.Builder.AddCopy([field], "", null, text.Path, isFragmented: false, time);
        foreach (var path in copies.Words) AddFields(path.All(part), null, time);
    }

    private void AddFields(List<JsonPart> parts, TextSpan? scope, AudioSpan? time)
    {
        var fields = new List<TranscriptField>(parts.Count);
        foreach (var part in parts)
            if (_json.Claim(part) is { } field) fields.Add(field);
        if (fields.Count == 0) return;
        var separator = fields.Exists(static f => f.Text.StartsWith(' ')) ? "" : " ";
        _json.Builder.AddCopy(fields, separator, scope, parts[0].Path, isFragmented: false, time);
    }

    private string? Label(JsonPart? part) => part switch
    {
        { Kind: JsonTokenType.String } text => text.String(content),
        { Kind: JsonTokenType.Number } number => Encoding.UTF8.GetString(content.AsSpan(number.Start, number.Length)),
        _ => null,
    };

    private bool Is(JsonPart? part, ReadOnlySpan<byte> beginning) =>
        part is { Kind: JsonTokenType.String } text && content.AsSpan(text.Start, text.Length).StartsWith(beginning);
}
