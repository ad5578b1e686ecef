using System.Text.Json;
using Redaction.Text;

namespace Redaction.Documents;

/// <summary>Redacts FHIR in JSON: values by what their elements are, texts by the detectors; all other bytes stay.</summary>
/// <remarks>A resource is looked through twice: for whom it is about, then to write it. So it is in memory as a whole; a bundle is not,
/// only the entry that is worked on.</remarks>
internal sealed class FhirWalker(DocumentJob job, IPartRedactor parts) : IRecordWalker
{
    private readonly FhirPlace _place = new();
    private readonly FhirValues _values = new(job, parts);
    private readonly Dictionary<string, FhirElement> _resources = new(StringComparer.Ordinal);
    private bool _isBundle;

    /// <inheritdoc/>
    public long Line
    {
        get => _values.Line;
        set => _values.Line = value;
    }

    /// <inheritdoc/>
    public void Resolve(ReadOnlySpan<byte> record) => _values.Resolve(record);

    /// <inheritdoc/>
    public int WalkRecord(Span<byte> record, Stream output)
    {
        var state = new JsonReaderState(Json.Options);
        _values.Begin(record);
        _isBundle = false;
        return WalkToEnd(record, ref state, output);
    }

    /// <summary>As <see cref="Walk"/>, at the end: what is incomplete now is cut off.</summary>
    public int WalkToEnd(Span<byte> buffer, ref JsonReaderState state, Stream output)
    {
        var done = Walk(buffer, isFinal: false, ref state, output);
        return done + Walk(buffer[done..], isFinal: true, ref state, output);
    }

    /// <inheritdoc/>
    public void Restart() => _place.Clear();

    /// <inheritdoc/>
    public void Clear()
    {
        _place.Clear();
        _values.Clear();
    }

    /// <summary>Begins a document.</summary>
    /// <param name="beginning">As much of it as is there.</param>
    public void Begin(ReadOnlySpan<byte> beginning)
    {
        _values.Begin(beginning);
        _isBundle = FhirObject.ResourceType(beginning) == "Bundle";
    }

    /// <summary>Works through what is complete in the buffer and returns how many bytes are done with and written.</summary>
    /// <param name="buffer">From the last place on. Base64 that cannot be looked into is overwritten.</param>
    /// <param name="isFinal">True when nothing follows.</param>
    /// <param name="state">Where the reader is.</param>
    /// <param name="output">Receives what is done.</param>
    public int Walk(Span<byte> buffer, bool isFinal, ref JsonReaderState state, Stream output)
    {
        var cut = new FhirCut(buffer, output);
        var reader = new Utf8JsonReader(buffer, isFinal, state);
        Utf8JsonReader before = default;
        while (true)
        {
            var isUnit = IsUnit;
            if (isUnit) before = reader;
            if (!Read(ref reader, isFinal)) break;
            if (isUnit && reader.TokenType == JsonTokenType.StartObject && !Enter(buffer[(int)reader.TokenStartIndex..], isFinal))
            {
                reader = before;
                break;
            }
            Take(ref reader, ref cut);
        }
        job.Account.AddStructure(cut.Rest((int)reader.BytesConsumed));
        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    /// <summary>True before a resource, or an entry of a bundle: what is worked on as a whole.</summary>
    private bool IsUnit => _place.Depth == 0 ? !_isBundle
        : _isBundle && _place.IsArray && _place.Depth == 2 && _place.Element is { Name: "entry" };

    /// <summary>Looks through the resource that begins here; false when it does not end in the buffer.</summary>
    private bool Enter(ReadOnlySpan<byte> unit, bool isFinal)
    {
        var length = FhirObject.Length(unit);
        if (length < 0 && !isFinal) return false;
        if (length > 0) _values.Gather(unit[..length], this);
        return true;
    }

    /// <summary>Goes through a whole resource without writing, so that its values are known.</summary>
    public void Gather(ReadOnlySpan<byte> unit)
    {
        var depth = _place.Depth;
        var reader = new Utf8JsonReader(unit, isFinalBlock: true, new JsonReaderState(Json.Options));
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && _place.Element is { } element)
                _values.Note(element, reader.ValueSpan, unit, _place, depth);
            Move(ref reader, unit, (int)reader.TokenStartIndex);
        }
        if (_place.Depth != depth) throw new InvalidOperationException("A resource ends elsewhere than it began.");
        if (depth > 0) _place.Back();
    }

    private void Take(ref Utf8JsonReader reader, ref FhirCut cut)
    {
        var start = (int)reader.TokenStartIndex;
        var end = (int)reader.BytesConsumed;
        job.Account.AddStructure(cut.Gap(start));
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                end = start + reader.ValueSpan.Length + 2;
                var child = _place.SetName(Unescaped(ref reader));
                job.Includes(child.Field);
                if (_values.TryRemove(child, in reader, _place, cut.Buffer, out var after))
                {
                    reader.Read();
                    reader.TrySkip();
                    job.Account.AddSearched(after - start);
                    cut.Remove(after, _place.Kept == 0);
                    return;
                }
                _place.Keep();
                if (child.IsStrange) _values.Name(child, start + 1, end - 1, _place, ref cut);
                cut.Pass(end);
                job.Account.AddStructure(end - start);
                return;
            case JsonTokenType.String when _place.Element is { } element:
                job.Account.AddStructure(2);
                _values.String(element, start + 1, end - 1, _place, ref cut);
                cut.Pass(end);
                break;
            case JsonTokenType.Number when _place.Element is { } element:
                _values.Number(element, start, end, _place, ref cut);
                cut.Pass(end);
                break;
            default:
                job.Account.AddStructure(end - start);
                cut.Pass(end);
                break;
        }
        Move(ref reader, cut.Buffer, start);
    }

    /// <summary>Goes past a token.</summary>
    private void Move(ref Utf8JsonReader reader, ReadOnlySpan<byte> buffer, int start)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: _place.Enter(ElementOf(buffer[start..]), false, start); break;
            case JsonTokenType.StartArray: _place.Enter(_place.Element ?? Resource("Resource"), true, start); break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray: _place.Leave(); break;
            case JsonTokenType.PropertyName: _place.SetName(Unescaped(ref reader)); break;
            default: _place.Next(); break;
        }
    }

    private FhirElement ElementOf(ReadOnlySpan<byte> json)
    {
        if (_place.Element is { HoldsResource: false } element) return element;
        return FhirObject.ResourceType(json) is { } type ? Resource(type) : _place.Element ?? Resource("Resource");
    }

    private FhirElement Resource(string type)
    {
        if (!_resources.TryGetValue(type, out var element)) _resources[type] = element = FhirElement.Resource(type);
        return element;
    }

    private ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return reader.ValueSpan;
        try
        {
            return System.Text.Encoding.UTF8.GetBytes(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            throw _values.Failure(ErrorCodes.InvalidEncoding); // half a character
        }
    }

    private bool Read(ref Utf8JsonReader reader, bool isFinal)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException e)
        {
            throw _values.Failure(isFinal ? ErrorCodes.Truncated : ErrorCodes.Malformed, e);
        }
        catch (InvalidOperationException)
        {
            throw _values.Failure(ErrorCodes.InvalidEncoding);
        }
    }
}
