using System.Buffers;
using System.Text;
using System.Text.Json;
using Redaction.Text;

namespace Redaction.Documents;

/// <summary>Plans and writes the values of FHIR resources, each as what its element is.</summary>
/// <remarks>Belongs to one document and one thread.</remarks>
internal sealed class FhirValues
{
    private const int MostClean = 2048, LongestClean = 120, ShortestNumber = 7;
    private readonly DocumentJob _job;
    private readonly JsonFieldContexts _fields;
    private readonly JsonText _text = new();
    private readonly ArrayBufferWriter<char> _written = new();
    private readonly FhirIds _ids = new();
    private readonly HashSet<string> _cleanIds = new(StringComparer.Ordinal);
    private readonly FhirSubject _subject;
    private readonly FhirParts _parts;
    private readonly NameTable _names;
    private readonly TextRedactor _withMentions;

    public FhirValues(DocumentJob job, IPartRedactor parts)
    {
        _job = job;
        _fields = new(job.Context);
        _subject = new(job.Redactor);
        _withMentions = job.Redactor.With(_subject.Mentions);
        _parts = new(job, _withMentions, parts);
        _names = new(job.Redactor, NameGrammar.Free);
    }

    /// <summary>1-based record, 0 where there are no records.</summary>
    public long Line { get; set; }

    public void Begin(ReadOnlySpan<byte> beginning) => _ids.Begin(beginning);

    public void Resolve(ReadOnlySpan<byte> record) => _fields.Types = JsonRecordTypes.OfRecord(record, _job);

    public void Clear()
    {
        _text.Clear();
        _written.Clear();
        _ids.Clear();
        _cleanIds.Clear();
        _subject.Clear();
        _names.Clear();
    }

    /// <summary>Learns of a whole resource whom it is about.</summary>
    public void Gather(ReadOnlySpan<byte> unit, FhirWalker walker)
    {
        if (Line == 0 && !_job.RecordTypes.IsEmpty) Resolve(unit);
        _subject.Begin(isLine: Line > 0);
        _parts.Begin();
        walker.Gather(unit);
        _subject.End();
    }

    /// <summary>Takes notice of a value before anything is written.</summary>
    public void Note(FhirElement element, ReadOnlySpan<byte> raw, ReadOnlySpan<byte> unit, FhirPlace place, int depth)
    {
        if (FhirSubject.Asks(element))
            _subject.Note(element, Decode(raw), unit[place.ObjectStart..], place.ObjectStart, isOwn: place.Depth - depth <= 2);
    }

    /// <summary>True for a property that the policy takes out as a whole, since its value cannot be replaced by one of its kind.</summary>
    /// <param name="element">The property.</param>
    /// <param name="at">Stands at its name.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="buffer">The bytes that the reader reads.</param>
    /// <param name="end">Where its value ends.</param>
    public bool TryRemove(FhirElement element, in Utf8JsonReader at, FhirPlace place, ReadOnlySpan<byte> buffer, out int end)
    {
        end = 0;
        var isNarrative = element is { Type: "Narrative", Parent.Parent: null };
        if (!isNarrative && element.Meaning is not (FhirMeaning.Value or FhirMeaning.Code or FhirMeaning.Data or FhirMeaning.Hash
            or FhirMeaning.Size or FhirMeaning.Gps or FhirMeaning.Age)) return false;
        var reader = at;
        if (!FhirObject.TryRead(ref reader) || !_job.Includes(element.Field)) return false;
        var start = (int)reader.TokenStartIndex;
        if (element.Meaning == FhirMeaning.Age && reader.TokenType == JsonTokenType.Number && WritesNumber(element, reader.ValueSpan))
            return false;
        if (!FhirObject.TrySkip(ref reader)) return false;
        end = (int)reader.BytesConsumed;
        var (type, score) = isNarrative ? (EntityTypes.ClinicalText, FhirEntities.Asked) : element.Meaning switch
        {
            FhirMeaning.Code => (EntityTypes.ClinicalCode, FhirEntities.Asked),
            FhirMeaning.Gps => (EntityTypes.Gps, FhirEntities.Sure),
            FhirMeaning.Age => (EntityTypes.Age, FhirEntities.Sure),
            _ => (EntityTypes.ClinicalValue, FhirEntities.Asked),
        };
        if (!IsRemoved(element, type, score)) return false;
        var text = Encoding.UTF8.GetString(buffer[start..end]);
        Report(PlanAs(type, score, text, element), text, place);
        return true;
    }

    /// <summary>Redacts a string.</summary>
    public void String(FhirElement element, int start, int end, FhirPlace place, ref FhirCut cut)
    {
        var raw = cut.Buffer[start..end];
        // a word of the standard has no spaces, save codes; what has is looked at like any text
        if ((element.Meaning == FhirMeaning.Fixed && !raw.ContainsAny(" @"u8))
            || (element.Meaning == FhirMeaning.Code && !raw.Contains((byte)'@')))
        {
            _job.Account.AddStructure(raw.Length);
            return;
        }
        if (!_job.Includes(element.Field))
        {
            _job.Account.AddExcluded(raw.Length);
            return;
        }
        var json = cut.Buffer[place.ObjectStart..];
        if (element.Meaning is FhirMeaning.Data or FhirMeaning.Hash or FhirMeaning.Div)
        {
            if (_parts.Redact(element, raw, json, place, Line, Decode(raw)) is { } part) cut.Replace(start, end, _text.Encode(part));
            return;
        }
        _job.Account.AddSearched(raw.Length);
        var text = Decode(raw);
        if (text.Length >= OpaqueData.Shortest && TakeOpaque(raw, text, place)) text = Decode(raw);
        if (element.Meaning is FhirMeaning.Id or FhirMeaning.Reference) Id(element, text, start, place, ref cut);
        else if (FhirDate.Is(text) && (element.Meaning is FhirMeaning.Date or FhirMeaning.Birth || text.Length >= 10))
            Date(element, text, json, start, end, place, ref cut);
        else Words(element, text, json, start, end, place, ref cut);
    }

    /// <summary>Redacts a number; it stays one.</summary>
    public void Number(FhirElement element, int start, int end, FhirPlace place, ref FhirCut cut)
    {
        var raw = cut.Buffer[start..end];
        if (element.Meaning == FhirMeaning.Size && _parts.Size(cut.Buffer[place.ObjectStart..], place, Line) is { } size)
        {
            _job.Account.AddSearched(raw.Length);
            cut.Replace(start, end, _text.Encode(size));
            return;
        }
        if (element.Meaning != FhirMeaning.Age && raw.Length < ShortestNumber)
        {
            _job.Account.AddStructure(raw.Length);
            return;
        }
        if (!_job.Includes(element.Field))
        {
            _job.Account.AddExcluded(raw.Length);
            return;
        }
        _job.Account.AddSearched(raw.Length);
        var text = Decode(raw);
        var plan = element.Meaning == FhirMeaning.Age ? PlanAs(EntityTypes.Age, FhirEntities.Sure, text, element)
            : _job.Redactor.Plan(text, ContextOf(element));
        var written = plan.Items.IsEmpty ? "" : LeadingNumber(Write(text, plan));
        if (!text.SequenceEqual(written) && Report(plan, text, place)) cut.Replace(start, end, _text.Encode(written));
    }

    /// <summary>Redacts the name of a property that no standard defines.</summary>
    public void Name(FhirElement element, int start, int end, FhirPlace place, ref FhirCut cut)
    {
        var text = Decode(cut.Buffer[start..end]);
        var named = _names.Of(text, _fields.ContextOf(element.Field, isName: true));
        if (named.Plan is { } plan) _job.Observer.OnPlan(new DocumentPlace(Line, place.ToString()), plan, text);
        if (named.Name is not null) cut.Replace(start, end, _text.Encode(named.Name));
    }

    public RedactionException Failure(string code, JsonException? fault = null) => new(code, "fhir",
        Line > 0 ? $"Record {Line} is not valid JSON, or holds what cannot be searched." : JsonFault.Of("file", fault));

    private void Id(FhirElement element, ReadOnlySpan<char> text, int start, FhirPlace place, ref FhirCut cut)
    {
        var isWhole = element.Meaning == FhirMeaning.Id && !text.StartsWith("urn:oid:");
        var span = isWhole ? new(0, text.Length) : FhirReference.IdOf(text);
        if (span.Length == 0) return;
        var id = text.Slice(span.Start, span.Length);
        var plan = PlanAs(EntityTypes.RecordId, FhirEntities.AskedId, id, element);
        if (plan.Items.IsEmpty && !Guid.TryParseExact(id, "D", out _))
        {
            if (_cleanIds.GetAlternateLookup<ReadOnlySpan<char>>().Contains(id)) return;
            plan = _job.Redactor.Plan(id, _fields.ContextOf("$.Resource.id")); // the same for an id and what refers to it
            if (plan is { Items.IsEmpty: true, Kept: 0 } && id.Length <= LongestClean && _job.RecordTypes.IsEmpty) Remember(_cleanIds, id);
        }
        if (!Report(plan, id, place)) return;
        var written = _ids.Of(id, Write(id, plan));
        _job.Redactor.Memory?.Written?.Add(plan.Items[0].Finding.Type, written);
        cut.Replace(start + _text.OriginOf(span.Start), start + _text.OriginOf(span.End), Encoding.ASCII.GetBytes(written));
    }

    private void Date(
        FhirElement element, ReadOnlySpan<char> text, ReadOnlySpan<byte> json, int start, int end, FhirPlace place, ref FhirCut cut)
    {
        var full = FhirDate.Full(text);
        var (type, score) = (EntityTypes.Date, FhirEntities.Sure);
        if (element.Meaning == FhirMeaning.Birth) (type, score) = FhirEntities.Of(element, text, json)!.Value;
        var plan = PlanAs(type, score, full, element);
        var written = plan.Items.IsEmpty ? "" : FhirDate.Of(text, Write(full, plan), element.IsInstant);
        if (text.SequenceEqual(written) || !Report(plan, full, place)) return; // what says nothing already
        cut.Replace(start, end, _text.Encode(written));
    }

    private void Words(
        FhirElement element, ReadOnlySpan<char> text, ReadOnlySpan<byte> json, int start, int end, FhirPlace place, ref FhirCut cut)
    {
        if (text.IsEmpty || IsKnownClean(element, text)) return;
        var known = FhirEntities.Of(element, text, json);
        if (known is null && !FhirCode.Is(element, text)) known = (EntityTypes.ClinicalText, FhirEntities.Asked);
        var plan = known is { } k ? PlanAs(k.Type, k.Score, text, element) : null;
        if (plan is not { Items.IsEmpty: false })
        {
            plan = _job.Redactor.Plan(text, ContextOf(element));
            var isClean = plan is { Items.IsEmpty: true, Kept: 0 };
            if (!_subject.Mentions.IsEmpty && _subject.Mentions.Adds(new(text, ContextOf(element)), plan))
                plan = _withMentions.Plan(text, ContextOf(element));
            else if (isClean && text.Length <= LongestClean && _job.RecordTypes.IsEmpty) Remember(element.Clean, text);
        }
        if (!Report(plan, text, place)) return;
        var written = Write(text, plan);
        if (written.IsWhiteSpace()) written = $"[{plan.Items[0].Finding.Type.Name}]"; // a string of FHIR is never empty
        cut.Replace(start, end, _text.Encode(written));
    }

    private bool IsKnownClean(FhirElement element, ReadOnlySpan<char> text) =>
        text.Length <= LongestClean && element.Clean.Count > 0
        && element.Clean.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text)
        && (_subject.Mentions.IsEmpty || !_subject.Mentions.Adds(new(text, RedactionContext.Default), s_none));

    private static readonly RedactionPlan<TextSpan> s_none = new("none", [], 0);

    private static void Remember(HashSet<string> clean, ReadOnlySpan<char> text)
    {
        if (clean.Count >= MostClean) clean.Clear();
        clean.Add(text.ToString());
    }

    /// <summary>True when the policy takes the element out, which has one type.</summary>
    private bool IsRemoved(FhirElement element, EntityType type, float score)
    {
        var context = ContextOf(element);
        if (!ReferenceEquals(element.Removal.Context, context))
            element.Removal = (context, !PlanAs(type, score, "x", element).Items.IsEmpty);
        return element.Removal.Acts;
    }

    private RedactionContext ContextOf(FhirElement element) => _fields.ContextOf(element.Field, ref element.Context);

    private RedactionPlan<TextSpan> PlanAs(EntityType type, float score, ReadOnlySpan<char> text, FhirElement element)
    {
        var finding = new Finding<TextSpan>(type, new(0, text.Length), score, "fhir");
        return _job.Redactor.PlanAs(in finding, text, ContextOf(element));
    }

    /// <summary>True when something is taken out.</summary>
    private bool Report(RedactionPlan<TextSpan> plan, ReadOnlySpan<char> text, FhirPlace place)
    {
        if (!plan.Items.IsEmpty || plan.Kept > 0) _job.Observer.OnPlan(new DocumentPlace(Line, place.ToString()), plan, text);
        return !plan.Items.IsEmpty;
    }

    private ReadOnlySpan<char> Write(ReadOnlySpan<char> text, RedactionPlan<TextSpan> plan)
    {
        _written.ResetWrittenCount();
        _job.Redactor.Writer.Write(text, plan, _written);
        return _written.WrittenSpan;
    }

    private bool WritesNumber(FhirElement element, ReadOnlySpan<byte> raw)
    {
        var text = Encoding.ASCII.GetString(raw);
        var plan = PlanAs(EntityTypes.Age, FhirEntities.Sure, text, element);
        return plan.Items.IsEmpty || char.IsAsciiDigit(Write(text, plan) is [var first, ..] ? first : 'x');
    }

    private static ReadOnlySpan<char> LeadingNumber(ReadOnlySpan<char> written)
    {
        var length = written.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : written.Length;
        return length == 0 || !JsonNumber.Is(written[..length]) ? "0" : written[..length];
    }

    /// <summary>Looks for pictures and the like in a text; true when the bytes were overwritten.</summary>
    private bool TakeOpaque(Span<byte> raw, ReadOnlySpan<char> text, FhirPlace place)
    {
        var erases = false;
        for (var found = OpaqueData.Find(text, 0); found.Length > 0; found = OpaqueData.Find(text, found.End))
        {
            var part = raw[_text.OriginOf(found.Start).._text.OriginOf(found.End)];
            _job.Account.TakeBack(new(OpaqueData.Kind, part.Length, _job.Account.Choice) { Line = Line, Path = place.ToString() });
            if (_job.Account.Choice != UnsearchedChoice.Erase) continue;
            erases = true;
            part.Fill((byte)'A'); // escapes too
        }
        return erases;
    }

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> raw)
    {
        var text = _text.Decode(raw, out var valid);
        return valid ? text : throw Failure(ErrorCodes.InvalidEncoding);
    }
}
