using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace Redaction.Audio;

/// <summary>Where a service writes times, and in which unit.</summary>
/// <param name="From">To the beginning.</param>
/// <param name="To">To the end, or null when the length is given.</param>
/// <param name="Length">To the length, where <paramref name="To"/> is null.</param>
/// <param name="Unit">Ticks of 100 ns in one.</param>
internal sealed record JsonTimes(ServicePath From, ServicePath? To, ServicePath? Length, long Unit)
{
    /// <summary>Seconds since 1970 in 2001: no recording lasts that long.</summary>
    private const decimal Clock = 1_000_000_000, Largest = 1e18m; // nanoseconds of thirty years, and nothing overflows

    /// <summary><c>start</c> and <c>end</c> in seconds.</summary>
    public static JsonTimes Seconds { get; } = new("start", "end", null, TimeSpan.TicksPerSecond);

    /// <summary><c>start</c> and <c>end</c> in milliseconds.</summary>
    public static JsonTimes Milliseconds { get; } = new("start", "end", null, TimeSpan.TicksPerMillisecond);

    /// <summary>From the document to the time of the clock at which the recording begins, where times are those of a clock; the first
    /// that is there.</summary>
    public System.Collections.Immutable.ImmutableArray<ServicePath> Origins { get; init; } = [];

    /// <summary>Where the times are in another version of the format.</summary>
    public JsonTimes? Otherwise { get; init; }

    public (long? From, long? To) Read(JsonTranscript json, JsonPart part)
    {
        if (Otherwise is not null && From.First(part) is null && To?.First(part) is null) return Otherwise.Read(json, part);
        var from = Ticks(json, From.First(part), isPlace: true);
        var to = To is not null ? Ticks(json, To.First(part), isPlace: true)
            : Length is not null && Ticks(json, Length.First(part)) is { } length ? from + length : null;
        return (from, to);
    }

    public AudioSpan? Span(JsonTranscript json, JsonPart part) =>
        Read(json, part) is ({ } from, { } to) && to > from ? AudioSpan.FromBounds(from, to) : null;

    private long? Ticks(JsonTranscript json, JsonPart? found, bool isPlace = false)
    {
        if (found is not { } part) return null;
        if (part.Kind == JsonTokenType.StartObject) return Parts(json, part);
        if (part.Kind is not (JsonTokenType.Number or JsonTokenType.String)) return null;
        json.Pass(part);
        var text = Encoding.UTF8.GetString(json.Content.AsSpan(part.Start, part.Length));
        if (text.StartsWith("PT", StringComparison.Ordinal)) return IsoDuration(text);
        var isSeconds = text.EndsWith('s');
        if (isSeconds) text = text[..^1];
        if (text.Length == 0 || text is "NaN" or "nan") return null;
        if (CueTime.TryRead(Encoding.UTF8.GetBytes(text), out var clock)) return clock;
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) > Largest)
            throw Unreadable();
        if (isPlace && !Origins.IsEmpty) value -= Origin(json, value);
        return Scaled(value, isSeconds ? TimeSpan.TicksPerSecond : Unit);
    }

    /// <summary>What a time counts from, in its own unit: 0 where it is too small for a time of the clock.</summary>
    private decimal Origin(JsonTranscript json, decimal value)
    {
        if (value * Unit < Clock * TimeSpan.TicksPerSecond) return 0;
        foreach (var path in Origins)
        {
            if (path.First(json.Root) is { Kind: JsonTokenType.Number } part
                && decimal.TryParse(json.Content.AsSpan(part.Start, part.Length), NumberStyles.Float, CultureInfo.InvariantCulture,
                    out var origin) && Math.Abs(origin) <= Largest) return origin;
        }
        throw Unreadable();
    }

    /// <summary>Seconds and nanoseconds, as protocol buffers write a duration in older clients; milliseconds.</summary>
    private static long? Parts(JsonTranscript json, JsonPart part)
    {
        decimal total = 0;
        foreach (var (name, unit) in new[] { ("seconds", 10_000_000m), ("milliseconds", 10_000m), ("nanos", 0.01m) })
        {
            if (part[name] is not { } value) continue;
            json.Pass(value);
            if (!decimal.TryParse(json.Content.AsSpan(value.Start, value.Length), NumberStyles.Float, CultureInfo.InvariantCulture,
                out var number) || Math.Abs(number) > Largest) throw Unreadable();
            total += number * unit;
        }
        return Scaled(total, 1);
    }

    private static long IsoDuration(string text)
    {
        try
        {
            return Math.Max(0, XmlConvert.ToTimeSpan(text).Ticks);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw Unreadable();
        }
    }

    private static long Scaled(decimal value, long unit) =>
        Math.Abs(value) * unit < 1_000_000_000m * TimeSpan.TicksPerSecond ? Math.Max(0, (long)decimal.Round(value * unit))
            : throw Unreadable();

    private static RedactionException Unreadable() => new(ErrorCodes.Malformed, "transcript", "A time cannot be read.");
}
