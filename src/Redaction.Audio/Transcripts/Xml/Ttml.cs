using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Audio;

/// <summary>TTML and DFXP captions (W3C Timed Text Markup Language): paragraphs and spans with times, agents with names.</summary>
internal sealed class Ttml : ITranscriptFormat
{
    /// <inheritdoc/>
    public string Id => "ttml";

    /// <inheritdoc/>
    public string Description => "TTML and DFXP captions.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".ttml", ".dfxp"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        head.IndexOf("http://www.w3.org/ns/ttml"u8) >= 0 || head.IndexOf("http://www.w3.org/2006/"u8) >= 0;

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var reader = new Reader(content);
        var parts = XmlScan.Parts(content, Id);
        foreach (var part in parts) reader.Take(part);
        reader.AddStructure(parts);
        return reader.Build();
    }

    /// <summary>An element that is open; times of inner elements count from the start of the outer one.</summary>
    private sealed record Open(string Name, long? From, long? To, string? Speaker, bool HasOwnTime);

    private sealed class Reader(byte[] content)
    {
        private static readonly SearchValues<char> s_time = SearchValues.Create("0123456789.: hmsft");

        private readonly TranscriptBuilder _builder = new(content);
        private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);
        private readonly Stack<Open> _open = new();
        private readonly List<SpokenWord> _words = [];
        private TtmlTime _clock = new(30, 1);
        private string? _pending;
        private bool _isTimedInside;
        private bool _isApart;

        public void Take(XmlPart part)
        {
            if (part.Kind == XmlPartKind.Attribute)
            {
                AddAttribute(part);
                return;
            }
            if (_pending is { } name) Enter(name);
            switch (part.Kind)
            {
                case XmlPartKind.Start:
                    _pending = part.Name;
                    _attributes.Clear();
                    break;
                case XmlPartKind.End: Leave(); break;
                case XmlPartKind.Text: AddText(_builder.Field(part.Start, part.Length, part.Encoding)); break;
                default: _builder.AddLoose(_builder.Field(part.Start, part.Length, part.Encoding), "$"); break;
            }
        }

        public void AddStructure(List<XmlPart> parts) => XmlScan.AddStructure(parts, content.Length, _builder);

        public Transcript Build() => _builder.Build();

        private void AddAttribute(XmlPart part)
        {
            var field = _builder.Field(part.Start, part.Length, part.Encoding);
            _attributes[part.Name] = field.Text;
            if (part.Name is "begin" or "end" or "dur" or "frameRate" or "tickRate" or "frameRateMultiplier")
            {
                if (IsTime(field.Text)) _builder.AddStructure(field.Start, field.Length);
                return;
            }
            if (field.Text.StartsWith("http://www.w3.org/", StringComparison.Ordinal))
            {
                _builder.AddStructure(field.Start, field.Length); // a namespace
                return;
            }
            var isAgent = part.Name == "agent" || (_pending == "agent" && part.Name == "id");
            _builder.AddLoose(field, "$." + part.Name, isSpeaker: isAgent, isKey: isAgent);
        }

        /// <summary>Numbers with a unit; anything else is no time, and stays untold.</summary>
        private static bool IsTime(string text) => !text.AsSpan().ContainsAnyExcept(s_time);

        private void Enter(string name)
        {
            _pending = null;
            var outer = _open.Count > 0 ? _open.Peek() : new("", null, null, null, false);
            if (name == "tt") ReadRates();
            long? from = Time("begin") is { } begin ? (outer.From ?? 0) + begin : outer.From;
            long? to = Time("end") is { } end ? (outer.From ?? 0) + end : Time("dur") is { } length ? (from ?? 0) + length : outer.To;
            var hasTime = _attributes.ContainsKey("begin") || _attributes.ContainsKey("end") || _attributes.ContainsKey("dur");
            if (name == "span" && hasTime) _isTimedInside = true;
            _isApart |= hasTime || name == "br";
            _open.Push(new(name, from, to, _attributes.GetValueOrDefault("agent") ?? outer.Speaker, hasTime));
        }

        private void Leave()
        {
            var closed = _open.Pop();
            if (closed.Name != "p") return;
            if (_words.Count > 0 && _isTimedInside) _builder.AddWords(_words, closed.From, closed.To);
            else if (_words.Count > 0) _builder.AddSegment(_words, closed.From, closed.To);
            _words.Clear();
            _isTimedInside = false;
        }

        private void AddText(TranscriptField field)
        {
            if (string.IsNullOrWhiteSpace(field.Text))
            {
                _isApart = true;
                return;
            }
            if (!_open.Any(static o => o.Name == "p") || _open.Peek().Name == "metadata")
            {
                _builder.AddLoose(field, "$", isSpeaker: _open.Count > 0 && _open.Peek().Name == "name");
                return;
            }
            var span = _open.FirstOrDefault(static o => o.Name == "span" && o.HasOwnTime);
            var before = _words.Count > 0 && (!_isApart || char.IsWhiteSpace(_words[^1].Field.Text[^1]) || char.IsWhiteSpace(field.Text[0]))
                ? "" : " "; // a style that begins or ends cuts no word
            _isApart = span is not null;
            _words.Add(new(field, span?.From, span?.To, before, _open.Peek().Speaker));
        }

        private long? Time(string name)
        {
            if (!_attributes.TryGetValue(name, out var text)) return null;
            return _clock.TryRead(text, out var ticks) ? ticks
                : throw new RedactionException(ErrorCodes.Malformed, "ttml", "A time cannot be read.");
        }

        private void ReadRates()
        {
            var frames = Rate("frameRate", 30);
            var multiplier = _attributes.GetValueOrDefault("frameRateMultiplier")?.Split(' ', ':') is [var over, var under]
                && decimal.TryParse(over, NumberStyles.None, CultureInfo.InvariantCulture, out var a)
                && decimal.TryParse(under, NumberStyles.None, CultureInfo.InvariantCulture, out var b) && a > 0 && b > 0 ? a / b : 1;
            _clock = new(frames * multiplier, Rate("tickRate", _attributes.ContainsKey("frameRate") ? frames : 1));
        }

        private decimal Rate(string name, decimal otherwise)
        {
            if (!_attributes.TryGetValue(name, out var text)) return otherwise;
            return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
                && rate is > 0 and < 1_000_000_000
                ? rate : throw new RedactionException(ErrorCodes.Malformed, "ttml", "A rate cannot be read.");
        }
    }
}
