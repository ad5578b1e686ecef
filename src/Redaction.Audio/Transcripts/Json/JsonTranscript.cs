using System.Text.Json;

namespace Redaction.Audio;

/// <summary>What JSON transcripts have in common: fields are claimed by the format, and every string left over is searched on its own.</summary>
internal sealed class JsonTranscript
{
    private readonly HashSet<JsonPart> _claimed = [];

    public JsonTranscript(byte[] content, string format)
    {
        Content = content;
        Root = JsonParts.Read(content, format);
        Builder = new(content);
    }

    public byte[] Content { get; }

    public JsonPart Root { get; }

    public TranscriptBuilder Builder { get; }

    /// <summary>Claims a string; null when there is none of that name.</summary>
    public TranscriptField? Claim(JsonPart parent, string member)
    {
        if (parent.Get(member, JsonTokenType.String) is not { } part || !_claimed.Add(part)) return null;
        return Builder.Field(part.Start, part.Length, FieldEncoding.Json);
    }

    public long? Ticks(JsonPart part, string member, decimal unit = TimeSpan.TicksPerSecond) => part.Ticks(member, Content, unit);

    public Transcript Build()
    {
        AddLoose(Root);
        return Builder.Build();
    }

    private void AddLoose(JsonPart part)
    {
        if (part.Name is { } name) Builder.AddLoose(Builder.Field(name.Start, name.Length, FieldEncoding.Json), part.Path);
        if (part.Kind == JsonTokenType.String && !_claimed.Contains(part))
            Builder.AddLoose(Builder.Field(part.Start, part.Length, FieldEncoding.Json), part.Path, part.Name?.Text is "speaker");
        foreach (var child in part.Children) AddLoose(child);
    }
}
