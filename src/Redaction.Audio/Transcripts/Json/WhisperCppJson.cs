using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Audio;

/// <summary>JSON of whisper.cpp (<c>-oj</c>, and <c>-ojf</c> with tokens).</summary>
internal sealed class WhisperCppJson : ITranscriptFormat
{
    /// <inheritdoc/>
    public string Id => "whisper-cpp-json";

    /// <inheritdoc/>
    public string Description => "JSON of whisper.cpp, with or without tokens.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".json"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        JsonHead.IsObject(head) && head.IndexOf("\"transcription\""u8) >= 0 && head.IndexOf("\"offsets\""u8) >= 0;

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        var json = new JsonTranscript(content, Id);
        foreach (var segment in json.Root.Objects("transcription")) ReadSegment(json, segment);
        json.AddNames("systeminfo"); // what the program can do, and the shape of its model
        json.AddNames("model");
        return json.Build();
    }

    private static void ReadSegment(JsonTranscript json, JsonPart segment)
    {
        var (from, to) = Times(json, segment);
        var tokens = segment.Objects("tokens").Where(t => IsSpoken(t, json.Content)).ToArray();
        var text = json.Claim(segment, "text");
        if (tokens.Length == 0)
        {
            if (text is not null) json.Builder.AddSegment([new(text, null, null)], from, to);
            return;
        }
        var words = new List<SpokenWord>(tokens.Length);
        foreach (var token in tokens)
        {
            var (tokenFrom, tokenTo) = Times(json, token);
            if (json.Claim(token, "text") is { } field) words.Add(new(field, tokenFrom, tokenTo, ""));
        }
        var scope = json.Builder.AddWords(words, from, to);
        if (text is not null)
            json.Builder.AddCopy([text], "", scope, segment.Path + ".text", isFragmented: false,
                from < to ? AudioSpan.FromBounds(from.Value, to.Value) : null);
        foreach (var token in tokens)
            if (token.Get("id", JsonTokenType.Number) is { } id) json.Builder.AddDerived(id.Start, id.Length, scope, "0");
    }

    private static (long? From, long? To) Times(JsonTranscript json, JsonPart part) =>
        part.Get("offsets", JsonTokenType.StartObject) is { } offsets
        ? (json.Ticks(offsets, "from", TimeSpan.TicksPerMillisecond), json.Ticks(offsets, "to", TimeSpan.TicksPerMillisecond))
        : (null, null);

    // Marks such as [_BEG_] and [_TT_50] are no words.
    private static bool IsSpoken(JsonPart token, byte[] content) =>
        token.Get("text", JsonTokenType.String) is { } text && !content.AsSpan(text.Start, text.Length).StartsWith("[_"u8);
}
