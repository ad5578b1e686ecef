using System.Globalization;
using System.Text.Json;

namespace Redaction.Audio;

/// <summary>A value of a JSON document, with its bytes.</summary>
internal readonly struct JsonPart(JsonTable table, int index)
{
    private static readonly string[] s_confidences = ["confidence", "probability", "score", "conf", "p", "Confidence"];

    private ref JsonTable.Entry Entry => ref table[index];

    public JsonTokenType Kind => Entry.Kind;

    /// <summary>The name of this member, where the parent is an object.</summary>
    public string? Name => Entry.Name < 0 ? null : table.Name(Entry.Name);

    /// <summary>First byte of the name, after its quote.</summary>
    public int NameStart => Entry.NameStart;

    /// <summary>Number of bytes of the name.</summary>
    public int NameLength => Entry.NameLength;

    /// <summary>True when a format has taken this value, so that it is not searched on its own.</summary>
    public bool IsClaimed => Entry.IsClaimed;

    /// <summary>First byte; of a string, the one after the quote.</summary>
    public int Start => Entry.Start;

    /// <summary>Number of bytes; of a string, without the quotes.</summary>
    public int Length => Entry.Length;

    /// <summary>What an array or object holds, in order.</summary>
    public JsonChildren Children => new(table, index + 1, Entry.End);

    /// <summary>The first value that an array or object holds.</summary>
    public JsonPart? FirstChild => Entry.End > index + 1 ? new JsonPart(table, index + 1) : null;

    /// <summary>The member with that name; where a name is given twice, the last.</summary>
    public JsonPart? this[string member]
    {
        get
        {
            JsonPart? found = null;
            if (Kind != JsonTokenType.StartObject || table.NumberOf(member) is not (>= 0 and var number)) return null;
            foreach (var child in Children)
                if (child.Entry.Name == number) found = child;
            return found;
        }
    }

    /// <summary>Takes this value; false when it was taken before.</summary>
    public bool TryClaim()
    {
        if (Entry.IsClaimed) return false;
        return Entry.IsClaimed = true;
    }

    /// <summary>The member with that name, if it is of that kind.</summary>
    public JsonPart? Get(string member, JsonTokenType kind) => this[member] is { } part && part.Kind == kind ? part : null;

    /// <summary>The elements of the array with that name that are objects; none if there is no such array.</summary>
    public IEnumerable<JsonPart> Objects(string member)
    {
        if (Get(member, JsonTokenType.StartArray) is not { } array) yield break;
        foreach (var child in array.Children)
            if (child.Kind == JsonTokenType.StartObject) yield return child;
    }

    /// <summary>The characters of a string.</summary>
    public string String(ReadOnlySpan<byte> content) => FieldCodec.Decode(content.Slice(Start, Length), FieldEncoding.Json);

    /// <summary>A number of seconds (or of <paramref name="unit"/> ticks), bare or in quotes, as ticks; null when there is none.</summary>
    public long? Ticks(string member, ReadOnlySpan<byte> content, decimal unit = TimeSpan.TicksPerSecond)
    {
        if (this[member] is not { Kind: JsonTokenType.Number or JsonTokenType.String } part) return null;
        var written = content.Slice(part.Start, part.Length);
        if (decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return Math.Abs(value) < 1_000_000_000m ? Math.Max(0, (long)decimal.Round(value * unit)) : throw OutOfRange();
        if (part.Kind == JsonTokenType.String) return CueTime.TryRead(written, out var ticks) ? ticks : null;
        if (written.ContainsAny("Nni"u8)) return null; // not a number
        throw OutOfRange();
    }

    private static RedactionException OutOfRange() => new(ErrorCodes.Malformed, "transcript", "A time is out of range.");

    /// <summary>How sure the recogniser is of this word, 0 to 1; null when it does not say (some write 0 then).</summary>
    public double? Confidence(ReadOnlySpan<byte> content)
    {
        foreach (var name in s_confidences)
        {
            if (this[name] is not { Kind: JsonTokenType.Number or JsonTokenType.String } part) continue;
            if (double.TryParse(content.Slice(part.Start, part.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && value is > 0 and <= 1) return value;
        }
        return Get("alternatives", JsonTokenType.StartArray)?.FirstChild is { Kind: JsonTokenType.StartObject } first
            ? first.Confidence(content) : null;
    }

    /// <summary>Where the value stands, such as <c>$.segments[3].text</c>.</summary>
    public string Path
    {
        get
        {
            if (Entry.Parent < 0) return "$";
            var parent = new JsonPart(table, Entry.Parent);
            return Name is { } name ? $"{parent.Path}.{name}" : $"{parent.Path}[{Entry.NameStart}]";
        }
    }

    public override string ToString() => $"JsonPart({Kind})";
}
