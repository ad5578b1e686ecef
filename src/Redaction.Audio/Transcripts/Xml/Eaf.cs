using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Audio;

/// <summary>ELAN annotations (EAF, Max Planck Institute): tiers with times of their own, and tiers that hang on them.</summary>
internal sealed class Eaf : ITranscriptFormat
{
    /// <inheritdoc/>
    public string Id => "eaf";

    /// <inheritdoc/>
    public string Description => "ELAN annotations.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".eaf"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.IndexOf("<ANNOTATION_DOCUMENT"u8) >= 0;

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

    private sealed class Reader(byte[] content)
    {
        private readonly TranscriptBuilder _builder = new(content);
        private readonly List<(string Id, long? Time)> _slots = [];
        private readonly List<(string? Speaker, List<TierInterval> Aligned,
            List<(string Parent, string Id, TranscriptField Field)> Hanging)> _tiers = [];
        private readonly List<(int Tier, string Id, string From, string To, TranscriptField Field)> _aligned = [];
        private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _annotation = new(StringComparer.Ordinal);
        private string _element = "";
        private bool _isValue;

        public void Take(XmlPart part)
        {
            switch (part.Kind)
            {
                case XmlPartKind.Start: Begin(part.Name); break;
                case XmlPartKind.End: _isValue = false; if (part.Name == "TIME_SLOT") AddSlot(); break;
                case XmlPartKind.Attribute: AddAttribute(part); break;
                case XmlPartKind.Text: AddText(_builder.Field(part.Start, part.Length, part.Encoding)); break;
                default: _builder.AddLoose(_builder.Field(part.Start, part.Length, part.Encoding), "$"); break;
            }
        }

        public void AddStructure(List<XmlPart> parts) => XmlScan.AddStructure(parts, content.Length, _builder);

        public Transcript Build()
        {
            var times = Times();
            var byId = new Dictionary<string, TierInterval>(StringComparer.Ordinal);
            foreach (var (tier, id, from, to, field) in _aligned)
            {
                var interval = new TierInterval(field, times.GetValueOrDefault(from).Known ?? times.GetValueOrDefault(from).Before,
                    times.GetValueOrDefault(to).Known ?? times.GetValueOrDefault(to).After);
                _tiers[tier].Aligned.Add(interval);
                byId.TryAdd(id, interval);
            }
            new TierLines(_builder).Add(_tiers.Select(static t => new Tier(t.Speaker, t.Aligned)));
            foreach (var tier in _tiers) AddHanging(tier.Hanging, byId);
            return _builder.Build();
        }

        private void Begin(string name)
        {
            _element = name;
            _attributes.Clear();
            _isValue = name == "ANNOTATION_VALUE";
            if (name == "TIER") _tiers.Add((null, [], []));
            if (name is "ALIGNABLE_ANNOTATION" or "REF_ANNOTATION") _annotation.Clear();
        }

        private void AddAttribute(XmlPart part)
        {
            var field = _builder.Field(part.Start, part.Length, part.Encoding);
            switch (_element, part.Name)
            {
                case ("TIME_SLOT", "TIME_SLOT_ID" or "TIME_VALUE"):
                    _attributes[part.Name] = field.Text;
                    _builder.AddStructure(field.Start, field.Length);
                    return;
                case ("ALIGNABLE_ANNOTATION" or "REF_ANNOTATION",
                    "ANNOTATION_ID" or "TIME_SLOT_REF1" or "TIME_SLOT_REF2" or "ANNOTATION_REF" or "PREVIOUS_ANNOTATION"):
                    _annotation[part.Name] = field.Text;
                    _builder.AddStructure(field.Start, field.Length);
                    return;
                case ("TIER", "PARTICIPANT"):
                    if (field.Length > 0) _tiers[^1] = _tiers[^1] with { Speaker = field.Text };
                    break;
                case ("TIER", "TIER_ID"):
                    if (TierName.Speaker(field.Text) is { } span)
                        _tiers[^1] = _tiers[^1] with { Speaker = _tiers[^1].Speaker ?? field.Text.Substring(span.Start, span.Length) };
                    break;
            }
            var isName = part.Name is "PARTICIPANT" or "ANNOTATOR" or "AUTHOR";
            var isTier = part.Name is "TIER_ID" or "PARENT_REF" or "TIER_REF";
            _builder.AddLoose(field, "$." + part.Name, isSpeaker: isName || (isTier && TierName.Speaker(field.Text) is not null),
                isKey: isTier);
        }

        private void AddSlot() =>
            _slots.Add((_attributes.GetValueOrDefault("TIME_SLOT_ID", ""), _attributes.GetValueOrDefault("TIME_VALUE") is { } value
                ? long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time < 1_000_000_000_000
                    ? time * TimeSpan.TicksPerMillisecond
                    : throw new RedactionException(ErrorCodes.Malformed, "eaf", "The time of a slot cannot be read.")
                : null));

        private void AddText(TranscriptField field)
        {
            if (string.IsNullOrWhiteSpace(field.Text)) return;
            var id = _annotation.GetValueOrDefault("ANNOTATION_ID", "");
            if (!_isValue || _tiers.Count == 0) _builder.AddLoose(field, "$");
            else if (_annotation.TryGetValue("ANNOTATION_REF", out var parent)) _tiers[^1].Hanging.Add((parent, id, field));
            else _aligned.Add(
                (_tiers.Count - 1, id, _annotation.GetValueOrDefault("TIME_SLOT_REF1", ""),
                    _annotation.GetValueOrDefault("TIME_SLOT_REF2", ""), field));
        }

        /// <summary>A slot without a time lies between the slots with one around it.</summary>
        private Dictionary<string, (long? Known, long? Before, long? After)> Times()
        {
            var times = new Dictionary<string, (long? Known, long? Before, long? After)>(StringComparer.Ordinal);
            long? last = null;
            foreach (var (id, time) in _slots)
            {
                last = time ?? last;
                times[id] = (time, last, null);
            }
            long? next = null;
            for (var i = _slots.Count - 1; i >= 0; i--)
            {
                next = _slots[i].Time ?? next;
                times[_slots[i].Id] = times[_slots[i].Id] with { After = next };
            }
            return times;
        }

        /// <summary>What hangs on one annotation, joined, repeats it: its words, or a translation.</summary>
        private void AddHanging(List<(string Parent, string Id, TranscriptField Field)> hanging, Dictionary<string, TierInterval> byId)
        {
            for (var i = 0; i < hanging.Count;)
            {
                var fields = new List<TranscriptField>();
                var parent = hanging[i].Parent;
                var root = byId.GetValueOrDefault(parent);
                for (; i < hanging.Count && hanging[i].Parent == parent; i++)
                {
                    fields.Add(hanging[i].Field);
                    if (root is not null) byId.TryAdd(hanging[i].Id, root);
                }
                AudioSpan? time = root is { From: { } from, To: { } to } ? AudioSpan.FromBounds(from, to) : null;
                if (root?.Spoken is { } spoken) _builder.AddCopy(fields, " ", spoken, "$.tier", time: time);
                else _builder.AddSegment([.. fields.Select(static f => new SpokenWord(f, null, null))], root?.From, root?.To);
            }
        }
    }
}
