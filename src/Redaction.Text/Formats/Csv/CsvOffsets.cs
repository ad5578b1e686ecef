using System.Buffers;
using System.Text.Json;

namespace Redaction.Text;

/// <summary>The cells of a record that tell of a range of another cell's text: they are moved along when that text changes.</summary>
internal sealed class CsvOffsets
{
    private readonly List<string> _names;
    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly List<int> _starts = [];
    private readonly Dictionary<int, (int Start, int Length, bool IsQuoted)> _written = [];
    private OffsetMoves? _moves;

    private CsvOffsets(List<string> names) => _names = names;

    /// <summary>True for a record that tells of ranges.</summary>
    public bool IsOpen => _moves is not null;

    /// <summary>For a table whose columns are called so; null where no column can tell of a range.</summary>
    public static CsvOffsets? Of(List<string> names)
    {
        var offsets = new CsvOffsets(names);
        offsets.Write(names);
        return names.Count > 2 && OffsetShapes.MayStandIn(offsets._json.WrittenSpan) ? offsets : null;
    }

    /// <summary>Looks at the next record.</summary>
    public void Begin(List<string> cells)
    {
        _written.Clear();
        Write(cells);
        _moves = OffsetScout.Look(_json.WrittenSpan);
    }

    /// <summary>Ends a record, or leaves it.</summary>
    public void Clear()
    {
        _json.Clear();
        _moves = null;
    }

    /// <summary>True for a text that ranges point into.</summary>
    public bool Follows(int cell) => _moves is not null && cell < _starts.Count && _moves.Follow(_starts[cell]);

    /// <summary>Takes what became of a text.</summary>
    public void OnText(int cell, (string Redacted, TextEditMap Map) edits) => _moves!.OnText(_starts[cell], edits);

    /// <summary>A cell stands so in the redacted record.</summary>
    public void OnCell(int cell, int start, int length, bool isQuoted) => _written[cell] = (start, length, isQuoted);

    /// <summary>Puts the moved numbers into the redacted record.</summary>
    public string Finish(string redacted, Func<string, bool, string> asCell)
    {
        foreach (var (token, value) in _moves!.Moved().OrderByDescending(static m => m.Token))
            if (_written.TryGetValue((token - 2) / 2, out var place))
                redacted = string.Concat(
                    redacted.AsSpan(0, place.Start), asCell(value, place.IsQuoted), redacted.AsSpan(place.Start + place.Length));
        return redacted;
    }

    /// <summary>The record as an object, in which the value of each cell is one token.</summary>
    private void Write(List<string> cells)
    {
        _json.ResetWrittenCount();
        _starts.Clear();
        using var json = new Utf8JsonWriter(_json);
        json.WriteStartObject();
        for (var i = 0; i < Math.Min(cells.Count, _names.Count); i++)
        {
            json.WritePropertyName(_names[i]);
            _starts.Add((int)(json.BytesCommitted + json.BytesPending));
            if (cells[i].Length is > 0 and < 10 && int.TryParse(cells[i], out var number) && number >= 0) json.WriteNumberValue(number);
            else json.WriteStringValue(cells[i]);
        }
        json.WriteEndObject();
    }
}
