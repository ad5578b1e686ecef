using System.Buffers;
using System.Text.Json;

namespace Redaction.Audio;

/// <summary>What JSON transcripts have in common: fields are claimed by the format, and everything left over is searched on its own.</summary>
internal sealed class JsonTranscript
{
    private const int ShortestNumber = 7;

    private static readonly SearchValues<string> s_times =
        SearchValues.Create(["time", "start", "end", "offset", "duration", "begin", "confidence", "score", "ticks", "ts", "from", "to"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_words =
        SearchValues.Create(["word", "text", "content", "value", "token", "char", "display", "lexical", "itn", "transcript", "alternative", "hypothesis"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] s_speakers =
        ["speaker", "speaker_label", "speakerLabel", "speaker_name", "speakerName", "display_name", "displayName", "participantId", "ParticipantId", "participant", "speaker_id"];

    private readonly HashSet<JsonPart> _claimed = [];
    private readonly Dictionary<string, (TranscriptField Field, List<int> Repeats)> _names = new(StringComparer.Ordinal);

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
    public TranscriptField? Claim(JsonPart parent, string member) => Claim(parent[member]);

    /// <summary>Claims a string; null when it is none, or claimed before.</summary>
    public TranscriptField? Claim(JsonPart? part) =>
        part is { Kind: JsonTokenType.String } && _claimed.Add(part) ? Builder.Field(part.Start, part.Length, FieldEncoding.Json) : null;

    /// <summary>Leaves out a value that cannot hold text: a time that could be read.</summary>
    public void Pass(JsonPart part) => _claimed.Add(part);

    public long? Ticks(JsonPart part, string member, decimal unit = TimeSpan.TicksPerSecond) => part.Ticks(member, Content, unit);

    public Transcript Build()
    {
        AddLoose(Root);
        return Builder.Build();
    }

    private void AddLoose(JsonPart part)
    {
        if (part.Name is { } name) AddName(name, part);
        if (part.Kind == JsonTokenType.String && !_claimed.Contains(part))
            Builder.AddLoose(Builder.Field(part.Start, part.Length, FieldEncoding.Json), part.Path, s_speakers.Contains(part.Name?.Text));
        if (part.Kind == JsonTokenType.Number && !_claimed.Contains(part) && part.Length >= ShortestNumber && !IsTime(part))
            Builder.AddNumber(Builder.Field(part.Start, part.Length, FieldEncoding.Plain), part.Path);
        if (part.Kind == JsonTokenType.StartArray && part.Children.Count > 1) AddLists(part);
        foreach (var child in part.Children) AddLoose(child);
    }

    /// <summary>The few names of members stand there thousands of times: each is searched once.</summary>
    private void AddName(JsonPart name, JsonPart part)
    {
        if (_names.TryGetValue(name.Text, out var first) && first.Field.Length == name.Length)
        {
            first.Repeats.Add(name.Start);
            return;
        }
        var loose = new LooseField(Builder.Field(name.Start, name.Length, FieldEncoding.Json), part.Path, IsSpeaker: false) { Repeats = [] };
        Builder.AddLoose(loose);
        _names[name.Text] = (loose.Field, loose.Repeats);
    }

    /// <summary>Words in a place that the format does not know: a value that is cut into them is found in all of them together only.</summary>
    private void AddLists(JsonPart array)
    {
        var lists = new Dictionary<string, List<TranscriptField>>(StringComparer.Ordinal);
        foreach (var element in array.Children)
        {
            Add("", element);
            foreach (var member in element.Children)
            {
                var name = member.Name?.Text ?? "[]";
                if (member.Name is null || name.AsSpan().ContainsAny(s_words)) Add(name, member);
                if (member is { Kind: JsonTokenType.StartArray, Children.Count: > 0 } && member.Children[0].Kind == JsonTokenType.StartObject)
                    foreach (var nested in member.Children[0].Children)
                        if (nested.Name is { } own && own.Text.AsSpan().ContainsAny(s_words)) Add(name + "." + own.Text, nested);
            }
        }
        foreach (var (name, fields) in lists)
            if (fields.Count > 1) Builder.AddList(fields, name.Length == 0 ? array.Path : $"{array.Path}[*].{name}");

        void Add(string name, JsonPart part)
        {
            if (part.Kind != JsonTokenType.String || _claimed.Contains(part)) return;
            if (!lists.TryGetValue(name, out var fields)) lists[name] = fields = [];
            fields.Add(Builder.Field(part.Start, part.Length, FieldEncoding.Json));
        }
    }

    private static bool IsTime(JsonPart part) => part.Name is { } name && name.Text.AsSpan().ContainsAny(s_times);
}
