using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Audio;

/// <summary>Transcriber (<c>.trs</c>): turns of speakers, cut at the times of <c>Sync</c>.</summary>
internal sealed class Trs : ITranscriptFormat
{
    /// <inheritdoc/>
    public string Id => "trs";

    /// <inheritdoc/>
    public string Description => "Transcriber, turns with synchronised text.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".trs"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.IndexOf("<Trans"u8) >= 0;

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var reader = new Reader(content);
        var parts = XmlScan.Parts(content, Id, allowsType: true);
        foreach (var part in parts) reader.Take(part);
        XmlScan.AddStructure(parts, content.Length, reader.Builder);
        return reader.Builder.Build();
    }

    private sealed class Reader(byte[] content)
    {
        private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
        private readonly List<TranscriptField> _texts = [];
        private string _element = "";
        private string? _speakerId, _speaker;
        private long? _from, _turnEnd;
        private bool _isTurn;

        public TranscriptBuilder Builder { get; } = new(content);

        public void Take(XmlPart part)
        {
            switch (part.Kind)
            {
                case XmlPartKind.Start:
                    _element = part.Name;
                    if (part.Name == "Turn") (_isTurn, _from, _turnEnd, _speaker) = (true, null, null, null);
                    break;
                case XmlPartKind.End:
                    if (part.Name != "Turn") break;
                    Flush(_turnEnd);
                    _isTurn = false;
                    break;
                case XmlPartKind.Attribute: AddAttribute(part, Builder.Field(part.Start, part.Length, part.Encoding)); break;
                case XmlPartKind.Text: AddText(Builder.Field(part.Start, part.Length, part.Encoding)); break;
                default: Builder.AddLoose(Builder.Field(part.Start, part.Length, part.Encoding), "$"); break;
            }
        }

        private void AddText(TranscriptField field)
        {
            if (string.IsNullOrWhiteSpace(field.Text)) return;
            if (_isTurn) _texts.Add(field);
            else Builder.AddLoose(field, "$");
        }

        private void AddAttribute(XmlPart part, TranscriptField field)
        {
            switch (_element, part.Name)
            {
                case ("Sync", "time"):
                    var at = Time(field);
                    Flush(at);
                    _from = at;
                    return;
                case ("Turn", "startTime"): _from = Time(field); return;
                case ("Turn", "endTime"): _turnEnd = Time(field); return;
                case ("Section" or "Background", "startTime" or "endTime" or "time"): Time(field); return;
                case ("Speaker", "id"): _speakerId = field.Text; break;
                case ("Speaker", "name"):
                    if (_speakerId is { } id && field.Length > 0) _names[id] = field.Text;
                    break;
                case ("Turn", "speaker"): _speaker = _names.GetValueOrDefault(field.Text, field.Text); break;
            }
            if (field.Length == 0) return;
            var isPerson = (_element, part.Name) is ("Speaker", "name") or ("Trans", "scribe");
            var isKey = (_element, part.Name) is ("Speaker", "id") or ("Turn", "speaker");
            Builder.AddLoose(field, "$." + part.Name, isSpeaker: isPerson, isKey: isKey,
                isName: !isPerson && !isKey && part.Name is not ("desc" or "audio_filename" or "program"));
        }

        /// <summary>Adds what was said up to a time.</summary>
        private void Flush(long? to)
        {
            if (_texts.Count == 0) return;
            Builder.AddSegment([.. _texts.Select(f => new SpokenWord(f, null, null, Speaker: _speaker))], _from, to);
            _texts.Clear();
        }

        private long Time(TranscriptField field)
        {
            if (!decimal.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                || seconds is < 0 or > 1_000_000_000) throw new RedactionException(ErrorCodes.Malformed, "trs", "A time cannot be read.");
            Builder.AddStructure(field.Start, field.Length);
            return (long)decimal.Round(seconds * TimeSpan.TicksPerSecond);
        }
    }
}
