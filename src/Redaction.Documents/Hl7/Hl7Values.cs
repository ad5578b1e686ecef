using System.Buffers;
using System.Text;
using Redaction.Text;

namespace Redaction.Documents;

/// <summary>Plans and writes the values of messages.</summary>
/// <remarks>Belongs to one document and one thread.</remarks>
internal sealed class Hl7Values(DocumentJob job, IPartRedactor parts)
{
    private const int FewestDigits = 9; // of a number that tells what it is
    private readonly Hl7Text _text = new();
    private readonly ArrayBufferWriter<char> _written = new();
    private readonly Dictionary<(string?, int, int), RedactionContext> _contexts = [];
    private readonly RecordMentions _mentions = new(job.Redactor.Allowed);
    private readonly DocumentSubject? _subject = job.Redactor.Memory?.Of<DocumentSubject>();
    private readonly StringBuilder _name = new();
    private TextRedactor? _withMentions;
    private string? _family, _patient;
    private long _message;

    /// <summary>Forgets the message before.</summary>
    public void Begin(long message)
    {
        _message = message;
        _mentions.Clear();
        (_family, _patient) = (null, null);
        _name.Clear();
    }

    /// <summary>Learns from a value whom the message is about.</summary>
    public void Gather(ReadOnlySpan<char> raw, in Hl7Field field, in Hl7Delimiters signs)
    {
        if (field.Meaning is not (Hl7Meaning.Person or Hl7Meaning.Record or Hl7Meaning.Account or Hl7Meaning.Ssn or Hl7Meaning.Phone
            or Hl7Meaning.Email or Hl7Meaning.Address or Hl7Meaning.Insurance or Hl7Meaning.Licence)) return;
        var text = _text.Decode(raw, in signs);
        if (field is { Segment: "PID", Number: 3, Component: 1 }) _patient ??= text.ToString();
        Add(text, Hl7Entities.Of(field.Meaning, text)!.Value.Type);
        if (field.Meaning != Hl7Meaning.Person) return;
        var isFamily = field.Component == (field.Type == "XCN" ? 2 : 1);
        if (isFamily) (_family, _) = (text.ToString(), _name.Clear());
        else if (_family is not null && field.Component <= 4) Add($"{_name.Append(text).Append(' ')}{_family}", EntityTypes.Person);
    }

    /// <summary>Ends learning.</summary>
    public void EndGathering()
    {
        if (_subject is not null) _subject.Id = _patient;
    }

    /// <summary>Writes a value.</summary>
    public void Write(ReadOnlySpan<char> raw, in Hl7Field field, in Hl7Delimiters signs, TextWriter output)
    {
        var isFixed = field.Meaning == Hl7Meaning.Fixed && !raw.ContainsAny(' ', '@'); // a word of the standard has neither
        if (isFixed && Digits.Count(raw) < FewestDigits)
        {
            job.Account.AddStructure(raw.Length);
            output.Write(raw);
            return;
        }
        var context = ContextOf(in field);
        if (!job.Includes(context.Field))
        {
            job.Account.AddExcluded(raw.Length);
            output.Write(raw);
            return;
        }
        job.Account.AddSearched(raw.Length);
        var text = _text.Decode(raw, in signs);
        if (raw is "\"\"") output.Write(raw); // the standard's sign for a value to be deleted
        else if (field.Meaning is Hl7Meaning.Date or Hl7Meaning.Birth && Hl7Date.Is(text)) Date(raw, text, in field, context, output);
        else if (isFixed) Words(raw, text, job.Redactor.PlanName(text, context), in field, in signs, output);
        else Words(raw, text, PlanOf(text, in field, context), in field, in signs, output);
    }

    /// <summary>The encapsulated data of a field, redacted as the file that it is; null where it holds none.</summary>
    public string? Data(ReadOnlySpan<char> raw, in Hl7Field field, in Hl7Delimiters signs)
    {
        var components = raw.ToString().Split(signs.Component);
        if (components.Length < 5 || components[4].Length == 0) return null;
        var data = components[4];
        job.Account.AddStructure(raw.Length - data.Length);
        components[4] = Redact(components, data, in field, in signs) ?? "";
        if (components[4].Length > 0) job.Account.AddEmbedded(data.Length);
        else Leave(data.Length, in field);
        return string.Join(signs.Component, components);
    }

    private void Leave(int length, in Hl7Field field) => job.Account.AddUnsearched(
        new(FhirParts.Kind, length, UnsearchedChoice.Erase) { Line = _message, Path = field.ToString() });

    public void Clear()
    {
        _text.Clear();
        _written.Clear();
        _mentions.Clear();
        _name.Clear();
        _contexts.Clear();
    }

    private string? Redact(string[] components, string data, in Hl7Field field, in Hl7Delimiters signs)
    {
        var isBase64 = components[3].Equals("Base64", StringComparison.OrdinalIgnoreCase);
        byte[] content;
        try
        {
            content = isBase64 ? Convert.FromBase64String(data) : Encoding.UTF8.GetBytes(_text.Decode(data, in signs).ToString());
        }
        catch (FormatException)
        {
            return null;
        }
        var type = $"{(components[1].Length > 0 ? components[1] : "application")}/{components[2]}".ToLowerInvariant();
        using var input = new MemoryStream(content, writable: false);
        using var written = new MemoryStream();
        var observer = new MailPartObserver(job.Observer, job.Account, field.ToString());
        if (!parts.Redact(new(null, type), input, written, observer)) return null;
        if (written.ToArray().AsSpan().SequenceEqual(content)) return data;
        return isBase64 ? Convert.ToBase64String(written.ToArray()) : _text.Encode(Encoding.UTF8.GetString(written.ToArray()), in signs);
    }

    private void Date(
        ReadOnlySpan<char> raw, ReadOnlySpan<char> text, in Hl7Field field, RedactionContext context, TextWriter output)
    {
        var full = Hl7Date.Full(text);
        var plan = PlanAs(Hl7Entities.Of(field.Meaning, text)!.Value, full, context);
        var written = plan.Items.IsEmpty ? "" : Hl7Date.Of(text, Write(full, plan));
        output.Write(text.SequenceEqual(written) || !Report(plan, full, in field) ? raw : written); // what says nothing already stays
    }

    private RedactionPlan<TextSpan> PlanOf(ReadOnlySpan<char> text, in Hl7Field field, RedactionContext context)
    {
        if (Hl7Entities.Of(field.Meaning, text) is { } known && PlanAs(known, text, context) is { Items.IsEmpty: false } named)
            return named;
        var plan = job.Redactor.Plan(text, context);
        return !_mentions.IsEmpty && _mentions.Adds(new(text, context), plan)
            ? (_withMentions ??= job.Redactor.With(_mentions)).Plan(text, context) : plan;
    }

    private void Words(
        ReadOnlySpan<char> raw, ReadOnlySpan<char> text, RedactionPlan<TextSpan> plan, in Hl7Field field, in Hl7Delimiters signs,
        TextWriter output)
    {
        if (!Report(plan, text, in field))
        {
            output.Write(raw);
            return;
        }
        job.Redactor.Writer.Observe(text, plan);
        var position = 0;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var (start, end) = (_text.OriginOf(item.Finding.Region.Start), _text.OriginOf(item.Finding.Region.End));
            output.Write(raw[position..start]);
            _written.ResetWrittenCount();
            job.Redactor.Writer.WriteReplacement(text.Slice(item.Finding.Region.Start, item.Finding.Region.Length), in item, _written);
            if (field.Meaning is not (Hl7Meaning.Code or Hl7Meaning.Value)) output.Write(_text.Encode(_written.WrittenSpan, in signs));
            foreach (var c in raw[start..end])
                if (signs.Part(c)) output.Write(c); // what parts components stays, whatever stood between
            position = end;
        }
        output.Write(raw[position..]);
    }

    private ReadOnlySpan<char> Write(string text, RedactionPlan<TextSpan> plan)
    {
        _written.ResetWrittenCount();
        job.Redactor.Writer.Write(text, plan, _written);
        return _written.WrittenSpan;
    }

    private void Add(ReadOnlySpan<char> value, EntityType type)
    {
        var plan = PlanAs((type, FhirEntities.Sure), value, RedactionContext.Default);
        _mentions.Gather(value, plan);
    }

    private RedactionPlan<TextSpan> PlanAs((EntityType Type, float Score) known, ReadOnlySpan<char> text, RedactionContext context)
    {
        var finding = new Finding<TextSpan>(known.Type, new(0, text.Length), known.Score, "hl7");
        return job.Redactor.PlanAs(in finding, text, context);
    }

    private bool Report(RedactionPlan<TextSpan> plan, ReadOnlySpan<char> text, in Hl7Field field)
    {
        if (!plan.Items.IsEmpty || plan.Kept > 0) job.Observer.OnPlan(new DocumentPlace(_message, field.ToString()), plan, text);
        return !plan.Items.IsEmpty;
    }

    private RedactionContext ContextOf(in Hl7Field field)
    {
        var key = (field.Segment, field.Number, field.Component);
        if (_contexts.TryGetValue(key, out var context)) return context;
        if (_contexts.Count > 4096) _contexts.Clear(); // names of segments may be data: keep memory bounded
        return _contexts[key] = job.Context with { Field = "$." + field };
    }
}
