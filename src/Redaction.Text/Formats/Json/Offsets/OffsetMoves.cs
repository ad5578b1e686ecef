using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Redaction.Text;

/// <summary>The ranges that a record tells of, and what became of its texts: moves the ones after the others.</summary>
internal sealed class OffsetMoves
{
    private readonly OffsetPlace[] _places;
    private readonly HashSet<int> _texts;
    private readonly HashSet<int> _unfit;
    private readonly Dictionary<int, (string Redacted, TextEditMap Map)> _edits = [];

    public OffsetMoves(List<OffsetPlace> places, HashSet<int> unfit)
    {
        _places = [.. places.OrderBy(static p => p.Token)];
        _texts = [.. places.Select(static p => p.Text)];
        _unfit = unfit;
    }

    /// <summary>True when the text whose token begins at a byte has ranges.</summary>
    public bool Follow(int text) => _texts.Contains(text) || _unfit.Contains(text);

    /// <summary>Takes what became of a text.</summary>
    /// <exception cref="RedactionException">The record tells of ranges that do not fit the text: nobody can move them.</exception>
    public void OnText(int start, (string Redacted, TextEditMap Map) edits)
    {
        if (_unfit.Contains(start))
            throw new RedactionException(ErrorCodes.Malformed, "json", "It tells of ranges that do not fit the text that was changed.");
        _edits[start] = edits;
    }

    /// <summary>Writes the redacted record with its ranges moved.</summary>
    public void Write(ReadOnlySpan<byte> redacted, Stream output)
    {
        if (_edits.Count == 0) { output.Write(redacted); return; }
        var reader = new Utf8JsonReader(redacted, isFinalBlock: true, new JsonReaderState(Json.Options));
        var (copied, next) = (0, 0);
        for (var token = 0; next < _places.Length && reader.Read(); token++)
        {
            for (; next < _places.Length && _places[next].Token == token; next++)
            {
                if (!_edits.TryGetValue(_places[next].Text, out var edit) || copied > reader.TokenStartIndex) continue;
                output.Write(redacted[copied..(int)reader.TokenStartIndex]);
                output.Write(Encoding.UTF8.GetBytes(Moved(_places[next], edit.Map, edit.Redacted)));
                copied = (int)reader.BytesConsumed;
            }
        }
        output.Write(redacted[copied..]);
    }

    /// <summary>What the tokens that tell of ranges of changed texts say now.</summary>
    public IEnumerable<(int Token, string Value)> Moved()
    {
        foreach (var place in _places)
        {
            if (!_edits.TryGetValue(place.Text, out var edit)) continue;
            var range = edit.Map.ToRedacted(place.Range);
            yield return (place.Token, place.Role == OffsetRole.Quote
                ? edit.Redacted.Substring(range.Start, range.Length) : Moved(place, edit.Map, edit.Redacted));
        }
    }

    private static string Moved(in OffsetPlace place, TextEditMap map, string redacted)
    {
        var range = map.ToRedacted(place.Range);
        if (place.Role == OffsetRole.Quote)
            return $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(redacted.Substring(range.Start, range.Length))}\"";
        var start = TextUnits.Count(redacted.AsSpan(0, range.Start), place.Unit);
        var length = TextUnits.Count(redacted.AsSpan(range.Start, range.Length), place.Unit);
        var number = place.Role switch { OffsetRole.Start => start, OffsetRole.End => start + length, _ => length };
        return number.ToString(CultureInfo.InvariantCulture);
    }

    public override string ToString() => $"OffsetMoves({_places.Length})";
}
