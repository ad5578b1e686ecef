using System.Buffers;
using System.Text.Json;

namespace Redaction.Audio;

/// <summary>What JSON transcripts have in common: fields are claimed by the format,
/// and everything left over is searched on its own.</summary>
internal sealed class JsonTranscript
{
    private const int ShortestNumber = 7;

    private static readonly SearchValues<string> s_times =
        SearchValues.Create(["time", "start", "end", "offset", "duration", "begin", "confidence", "score", "ticks", "ts", "from", "to"],
            StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_words =
        SearchValues.Create(
            ["word", "text", "content", "value", "token", "char", "display", "lexical", "itn", "transcript", "alternative", "hypothesis"],
            StringComparison.OrdinalIgnoreCase);

    private static readonly string[] s_speakers =
        ["speaker", "speaker_label", "speakerLabel", "speaker_name", "speakerName", "display_name", "displayName", "participantId",
            "ParticipantId", "participant", "speaker_id"];

    private int _told;

    private readonly Dictionary<string, bool> _wordNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (TranscriptField Field, List<int> Repeats)> _names = new(StringComparer.Ordinal);

    /// <param name="content">The file.</param>
    /// <param name="format">Names it in failures.</param>
    /// <param name="isLines">Documents follow one another; <see cref="Root"/> is an array of them.</param>
    public JsonTranscript(byte[] content, string format, bool isLines = false)
    {
        Content = content;
        Root = isLines ? JsonParts.ReadLines(content, format) : JsonParts.Read(content, format);
        Builder = new(content);
    }

    public byte[] Content { get; }

    public JsonPart Root { get; }

    public TranscriptBuilder Builder { get; }

    /// <summary>Claims a string; null when there is none of that name.</summary>
    public TranscriptField? Claim(JsonPart parent, string member) => Claim(parent[member]);

    /// <summary>Claims a string; null when it is none, or claimed before.</summary>
    public TranscriptField? Claim(JsonPart? part) =>
        part is { Kind: JsonTokenType.String } text && text.TryClaim() ? Builder.Field(text.Start, text.Length, FieldEncoding.Json) : null;

    /// <summary>Says that the texts under a member of the document describe the program: only what is a value by its own form is looked
    /// for in them.</summary>
    public void AddNames(string member)
    {
        if (Root[member] is { } part) AddNames(part);
    }

    private void AddNames(JsonPart part)
    {
        if (Claim(part) is { } field) Builder.AddLoose(field, part.Path, isName: true);
        foreach (var child in part.Children) AddNames(child);
    }

    /// <summary>Leaves out a value that cannot hold text: a time that could be read.</summary>
    public void Pass(JsonPart part)
    {
        if (part.TryClaim()) Builder.AddStructure(part.Start, part.Length);
    }

    public long? Ticks(JsonPart part, string member, decimal unit = TimeSpan.TicksPerSecond) => part.Ticks(member, Content, unit);

    public Transcript Build()
    {
        AddLoose(Root);
        AddStructure(Content.Length);
        return Builder.Build();
    }

    /// <summary>Everything up to the next text: the reader has let nothing stand there but marks, short numbers and literals.</summary>
    private void AddStructure(int next)
    {
        Builder.AddStructure(_told, next - _told);
        _told = next;
    }

    private void AddLoose(JsonPart part)
    {
        if (part.Name is { } name)
        {
            AddStructure(part.NameStart);
            _told = part.NameStart + part.NameLength;
            AddName(name, part);
        }
        if (part.Kind == JsonTokenType.String)
        {
            AddStructure(part.Start);
            _told = part.Start + part.Length;
        }
        if (part.Kind == JsonTokenType.String && !part.IsClaimed)
            Builder.AddLoose(Builder.Field(part.Start, part.Length, FieldEncoding.Json), part.Path, s_speakers.Contains(part.Name));
        if (part.Kind == JsonTokenType.Number && !part.IsClaimed && part.Length >= ShortestNumber && !IsTime(part))
            Builder.AddNumber(Builder.Field(part.Start, part.Length, FieldEncoding.Plain), part.Path);
        if (part.Kind == JsonTokenType.StartArray) AddLists(part);
        foreach (var child in part.Children) AddLoose(child);
    }

    /// <summary>The few names of members stand there thousands of times: each is searched once.</summary>
    private void AddName(string name, JsonPart part)
    {
        if (_names.TryGetValue(name, out var first) && first.Field.Length == part.NameLength)
        {
            first.Repeats.Add(part.NameStart);
            return;
        }
        var loose = new FreeText(Builder.Field(part.NameStart, part.NameLength, FieldEncoding.Json), part.Path,
            IsSpeaker: false, IsName: true)
        { Repeats = [] };
        Builder.AddLoose(loose);
        _names[name] = (loose.Field, loose.Repeats);
    }

    /// <summary>Words in a place that the format does not know: a value that is cut into them is found in all of
    /// them together only.</summary>
    private void AddLists(JsonPart array)
    {
        Dictionary<string, List<TranscriptField>>? lists = null;
        foreach (var element in array.Children)
        {
            Add("", element);
            foreach (var member in element.Children)
            {
                var name = member.Name ?? "[]";
                if (member.Name is null || IsWordName(name)) Add(name, member);
                if (member is not { Kind: JsonTokenType.StartArray, FirstChild: { Kind: JsonTokenType.StartObject } first }) continue;
                foreach (var nested in first.Children)
                    if (nested is { Kind: JsonTokenType.String, IsClaimed: false, Name: { } own } && IsWordName(own))
                        Add(name + "." + own, nested);
            }
        }
        if (lists is null) return;
        foreach (var (name, fields) in lists)
            if (fields.Count > 1) Builder.AddList(fields, name.Length == 0 ? array.Path : $"{array.Path}[*].{name}");

        void Add(string name, JsonPart part)
        {
            if (part.Kind != JsonTokenType.String || part.IsClaimed) return;
            lists ??= new(StringComparer.Ordinal);
            if (!lists.TryGetValue(name, out var fields)) lists[name] = fields = [];
            fields.Add(Builder.Field(part.Start, part.Length, FieldEncoding.Json));
        }
    }

    /// <summary>A document has few names, each thousands of times.</summary>
    private bool IsWordName(string name)
    {
        if (!_wordNames.TryGetValue(name, out var isWord)) _wordNames[name] = isWord = name.AsSpan().ContainsAny(s_words);
        return isWord;
    }

    private static bool IsTime(JsonPart part) => part.Name is { } name && name.AsSpan().ContainsAny(s_times);
}
