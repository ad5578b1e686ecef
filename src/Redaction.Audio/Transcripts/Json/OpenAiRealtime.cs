using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Audio;

/// <summary>The events of an OpenAI realtime session as JSON Lines: what was said stands in one event, when in others.</summary>
internal sealed class OpenAiRealtime : ITranscriptFormat
{
    private static readonly string[] s_marks =
        ["input_audio_transcription.completed\"", "audio_transcript.done\"", "audio_transcript.delta\""];

    /// <inheritdoc/>
    public string Id => "openai-realtime-jsonl";

    /// <inheritdoc/>
    public string Description => "Events of OpenAI realtime sessions, one a line.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".jsonl", ".ndjson"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        if (!JsonHead.IsObject(head) || !JsonHead.HasMember(head, "item_id")) return false;
        foreach (var mark in s_marks)
            if (head.IndexOf(System.Text.Encoding.ASCII.GetBytes(mark)) >= 0) return true;
        return false;
    }

    /// <inheritdoc/>
    public Transcript Read(byte[] content) => new Reader(content, Id).Read();

    /// <summary>One thing that was said.</summary>
    private sealed class Item
    {
        public long? From { get; set; }

        public long? To { get; set; }

        public TextSpan? Spoken { get; set; }

        public List<TranscriptField> Pieces { get; } = [];

        public override string ToString() => $"Item({From}, {To})";
    }

    private sealed class Reader(byte[] content, string id)
    {
        private readonly JsonTranscript _json = new(content, id, isLines: true);
        private readonly Dictionary<string, Item> _items = new(StringComparer.Ordinal);
        private readonly List<(Item Item, TranscriptField Text, string Speaker)> _said = [];

        public Transcript Read()
        {
            foreach (var line in _json.Root.Children) Take(line);
            AddSaid();
            foreach (var item in _items.Values)
                _json.Builder.AddCopy(item.Pieces, "", item.Spoken, "$", isFragmented: item.Spoken is not null);
            AddRepeats(_json.Root);
            return _json.Build();
        }

        private void Take(JsonPart line)
        {
            if (line.Get("type", JsonTokenType.String)?.String(content) is not { } type) return;
            if (line.Get("item_id", JsonTokenType.String)?.String(content) is not { } name) return;
            if (!_items.TryGetValue(name, out var item)) _items[name] = item = new();
            item.From = Time(line, "audio_start_ms") ?? item.From;
            item.To = Time(line, "audio_end_ms") ?? item.To;
            if (type.EndsWith(".delta", StringComparison.Ordinal) && _json.Claim(line, "delta") is { } piece) item.Pieces.Add(piece);
            if (!type.EndsWith(".completed", StringComparison.Ordinal) && !type.EndsWith(".done", StringComparison.Ordinal)) return;
            if (_json.Claim(line, "transcript") is { } text)
                _said.Add((item, text, type.StartsWith("response.", StringComparison.Ordinal) ? "assistant" : "user"));
        }

        private long? Time(JsonPart line, string member)
        {
            if (line.Ticks(member, content, TimeSpan.TicksPerMillisecond) is not { } ticks) return null;
            _json.Pass(line[member]!.Value);
            return ticks;
        }

        /// <summary>What the session says, whose times nobody tells, lies between what is said before and after it.</summary>
        private void AddSaid()
        {
            for (var i = 0; i < _said.Count; i++)
            {
                var (item, text, speaker) = _said[i];
                var from = item.From ?? _said.Take(i).Max(static s => s.Item.To) ?? 0;
                var to = item.To ?? _said.Skip(i + 1).Select(static s => s.Item.From).FirstOrDefault(static f => f is not null);
                item.Spoken ??= _json.Builder.AddSegment([new(text, null, null, Speaker: speaker)], from, to > from ? to : null);
            }
        }

        /// <summary>Events about whole items and responses tell again what was said.</summary>
        private void AddRepeats(JsonPart part)
        {
            if (part.Name is "transcript" or "text" && _json.Claim(part) is { } field)
                _json.Builder.AddCopy([field], "", null, part.Path);
            foreach (var child in part.Children) AddRepeats(child);
        }
    }
}
