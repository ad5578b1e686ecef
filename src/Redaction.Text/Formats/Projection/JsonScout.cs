using System.Text.Json;

namespace Redaction.Text;

/// <summary>Sees which objects and arrays, counted from the first, hold a field that leaves.</summary>
internal sealed class JsonScout(FieldProjection fields, List<bool> needed)
{
    private readonly JsonPath _path = new();
    private readonly Stack<int> _open = [];

    public void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> before, ReadOnlySpan<byte> token)
    {
        if (token.IsEmpty) return;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName: _path.SetName(reader.GetString()!); return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _path.Leave();
                _open.Pop();
                break;
            default:
                if (fields.Names(_path.Field))
                    foreach (var container in _open) needed[container] = true;
                if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) break;
                _open.Push(needed.Count);
                needed.Add(false);
                if (reader.TokenType == JsonTokenType.StartObject) _path.EnterObject();
                else _path.EnterArray();
                return;
        }
        _path.Next();
    }
}
