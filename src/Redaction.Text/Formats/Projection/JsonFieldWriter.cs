using System.Text.Json;

namespace Redaction.Text;

/// <summary>Writes a JSON text without the members and elements that do not leave.</summary>
internal sealed class JsonFieldWriter(FieldProjection fields, List<bool> needed, Stream output)
{
    private readonly JsonPath _path = new();
    private readonly Stack<bool> _open = []; // whether the container has a child in the output
    private byte[] _name = [];
    private int _container;
    private int _skipped;
    private int _copied;

    public void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> before, ReadOnlySpan<byte> token)
    {
        var type = reader.TokenType;
        if (token.IsEmpty) output.Write(before);
        else if (_skipped > 0) Skip(ref reader, before.Length + token.Length);
        else if (_copied > 0) Copy(ref reader, before, token);
        else if (type == JsonTokenType.PropertyName)
        {
            _path.SetName(reader.GetString()!);
            _name = [.. before, .. token];
        }
        else if (type is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            output.Write(before);
            output.Write(token);
            Close();
        }
        else Value(ref reader, before, token);
    }

    private void Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> before, ReadOnlySpan<byte> token)
    {
        var isContainer = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        var isNamed = fields.Names(_path.Field);
        var isElement = _name.Length == 0; // elements keep their numbers, so that an object without a field that leaves is an empty one
        var isKept = fields.IsOnly ? isNamed : !isNamed;
        var isOpened = isContainer && !(fields.IsOnly && isNamed) && (fields.IsOnly ? isElement || needed[_container] : !isNamed);
        if (isKept || isOpened)
        {
            Separate(before);
            output.Write(token);
            if (!isContainer) _path.Next();
            else if (isOpened) Open(ref reader);
            else Begin(ref _copied);
            return;
        }
        fields.Dropped.Add(_path.Field);
        fields.Dropped.Amount += _name.Length + before.Length + token.Length;
        _name = [];
        if (isElement && fields.IsOnly)
        {
            Separate(before);
            output.Write("null"u8);
            fields.Dropped.Amount -= before.Length + 4;
        }
        if (isContainer) Begin(ref _skipped);
        else _path.Next();
    }

    private void Begin(ref int depth)
    {
        depth = 1;
        _container++;
    }

    private void Open(ref Utf8JsonReader reader)
    {
        _container++;
        _open.Push(false);
        if (reader.TokenType == JsonTokenType.StartObject) _path.EnterObject();
        else _path.EnterArray();
    }

    private void Close()
    {
        _open.Pop();
        _path.Leave();
        _path.Next();
    }

    /// <summary>Writes what stands before a child, without the comma where it is the first in the output.</summary>
    private void Separate(ReadOnlySpan<byte> before)
    {
        ReadOnlySpan<byte> all = _name.Length > 0 ? [.. _name, .. before] : before;
        _name = [];
        var comma = all.IndexOfAnyExcept(" \t\r\n"u8) is var first and >= 0 && all[first] == ',' ? first : -1;
        if (_open.Count > 0)
        {
            var hasOthers = _open.Pop();
            _open.Push(true);
            if (comma >= 0 && !hasOthers)
            {
                all = all[(comma + 1)..];
                fields.Dropped.Amount += comma + 1;
            }
        }
        output.Write(all);
    }

    private void Copy(ref Utf8JsonReader reader, ReadOnlySpan<byte> before, ReadOnlySpan<byte> token)
    {
        output.Write(before);
        output.Write(token);
        Count(ref reader, ref _copied);
    }

    private void Skip(ref Utf8JsonReader reader, int length)
    {
        fields.Dropped.Amount += length;
        Count(ref reader, ref _skipped);
    }

    private void Count(ref Utf8JsonReader reader, ref int depth)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) Deepen(ref depth);
        else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray && --depth == 0) _path.Next();
    }

    private void Deepen(ref int depth)
    {
        depth++;
        _container++;
    }
}
