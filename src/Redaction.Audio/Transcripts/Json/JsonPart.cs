using System.Globalization;
using System.Text.Json;

namespace Redaction.Audio;

/// <summary>A value of a JSON document, with its bytes.</summary>
internal sealed class JsonPart(JsonTokenType kind, JsonPart? parent, string? name, int index, int start)
{
    private List<JsonPart>? _children;

    public JsonTokenType Kind { get; } = kind;

    /// <summary>The name of this member, where the parent is an object.</summary>
    public string? Name { get; } = name;

    /// <summary>First byte of the name, after its quote.</summary>
    public int NameStart { get; init; }

    /// <summary>Number of bytes of the name.</summary>
    public int NameLength { get; init; }

    /// <summary>True when a format has taken this value, so that it is not searched on its own.</summary>
    public bool IsClaimed { get; set; }

    /// <summary>First byte; of a string, the one after the quote.</summary>
    public int Start { get; } = start;

    /// <summary>Number of bytes; of a string, without the quotes.</summary>
    public int Length { get; set; }

    public IReadOnlyList<JsonPart> Children => _children ?? (IReadOnlyList<JsonPart>)[];

    public void Add(JsonPart child) => (_children ??= []).Add(child);

    /// <summary>The member with that name; where a name is given twice, the last.</summary>
    public JsonPart? this[string member]
    {
        get
        {
            for (var i = (_children?.Count ?? 0) - 1; i >= 0; i--)
                if (_children![i].Name == member) return _children[i];
            return null;
        }
    }

    /// <summary>The member with that name, if it is of that kind.</summary>
    public JsonPart? Get(string member, JsonTokenType kind) => this[member] is { } part && part.Kind == kind ? part : null;

    /// <summary>The elements of the array with that name that are objects; none if there is no such array.</summary>
    public IEnumerable<JsonPart> Objects(string member) =>
        Get(member, JsonTokenType.StartArray)?.Children.Where(static c => c.Kind == JsonTokenType.StartObject) ?? [];

    /// <summary>The characters of a string.</summary>
    public string String(ReadOnlySpan<byte> content) => FieldCodec.Decode(content.Slice(Start, Length), FieldEncoding.Json);

    /// <summary>A number of seconds (or of <paramref name="unit"/> ticks) as ticks, or null when there is none.</summary>
    public long? Ticks(string member, ReadOnlySpan<byte> content, decimal unit = TimeSpan.TicksPerSecond)
    {
        if (Get(member, JsonTokenType.Number) is not { } part) return null;
        var written = content.Slice(part.Start, part.Length);
        if (decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1_000_000_000m)
            return Math.Max(0, (long)decimal.Round(value * unit));
        throw new RedactionException(ErrorCodes.Malformed, "transcript", "A time is out of range.");
    }

    /// <summary>How sure the recogniser is of this word, 0 to 1; null when it does not say (some write 0 then).</summary>
    public double? Confidence(ReadOnlySpan<byte> content)
    {
        foreach (var name in (ReadOnlySpan<string>)["confidence", "probability", "score", "conf", "p", "Confidence"])
        {
            if (this[name] is not { Kind: JsonTokenType.Number or JsonTokenType.String } part) continue;
            if (double.TryParse(content.Slice(part.Start, part.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 1) return value;
        }
        return this["alternatives"] is { Kind: JsonTokenType.StartArray, Children: [{ Kind: JsonTokenType.StartObject } first, ..] } ? first.Confidence(content) : null;
    }

    /// <summary>Where the value stands, such as <c>$.segments[3].text</c>.</summary>
    public string Path => parent is null ? "$" : Name is null ? $"{parent.Path}[{index}]" : $"{parent.Path}.{Name}";

    public override string ToString() => $"JsonPart({Kind})";
}
