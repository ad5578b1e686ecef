using System.Text;
using System.Text.Json;

namespace Redaction.Text;

/// <summary>The data types of the records of a JSON text: of its root, or of each element of an array at its root.</summary>
internal sealed class JsonRecordTypes
{
    private readonly JsonPath _path = new();
    private readonly List<int> _found = [];
    private readonly DocumentJob _job;

    private JsonRecordTypes(DocumentJob job) => _job = job;

    /// <summary>Reads the text; null where no field tells a data type. What is no JSON has the data type of the context.</summary>
    public static JsonRecordTypes? Of(Stream json, DocumentJob job)
    {
        if (job.RecordTypes.IsEmpty) return null;
        var types = new JsonRecordTypes(job);
        try
        {
            JsonTokens.Read(json, types.Take);
        }
        catch (RedactionException)
        {
            types._found.Clear(); // the walker tells what is wrong
        }
        return types;
    }

    /// <summary>The data types of one record; null where no field tells one.</summary>
    public static JsonRecordTypes? OfRecord(ReadOnlySpan<byte> record, DocumentJob job)
    {
        if (job.RecordTypes.IsEmpty) return null;
        using var content = new MemoryStream(record.ToArray(), writable: false);
        return Of(content, job);
    }

    /// <summary>The data types of a document, which is read twice for that, and the document from its beginning.</summary>
    public static (Stream Document, JsonRecordTypes? Types) OfDocument(Stream document, DocumentJob job)
    {
        if (!document.CanSeek)
        {
            var whole = new MemoryStream();
            document.CopyTo(whole);
            whole.Position = 0;
            document = whole;
        }
        var start = document.Position;
        var types = Of(document, job);
        document.Position = start;
        return (document, types);
    }

    /// <summary>The data type of a record.</summary>
    /// <param name="index">0-based element of the array at the root; 0 where there is none.</param>
    public string? At(int index) =>
        index < _found.Count && _found[index] < _job.RecordTypes.Length ? _job.RecordTypes[_found[index]].Is : _job.Context.DataType;

    private void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> before, ReadOnlySpan<byte> token)
    {
        if (token.IsEmpty) return;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName: _path.SetName(reader.GetString()!); return;
            case JsonTokenType.StartObject: _path.EnterObject(); return;
            case JsonTokenType.StartArray: _path.EnterArray(); return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray: _path.Leave(); break;
            case JsonTokenType.String: Note(reader.GetString()!); break;
            default: Note(Encoding.UTF8.GetString(token)); break;
        }
        _path.Next();
    }

    private void Note(string value)
    {
        var record = _path.RootIndex;
        while (_found.Count <= record) _found.Add(int.MaxValue);
        var field = _path.Field;
        if (field.StartsWith("$[*]", StringComparison.Ordinal)) field = "$" + field[4..];
        for (var i = 0; i < _job.RecordTypes.Length && i < _found[record]; i++)
            if (_job.RecordTypes[i].Equal.Contains(value) && FieldPattern.Matches(_job.RecordTypes[i].Field, field)) _found[record] = i;
    }
}
