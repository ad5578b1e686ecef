using System.Globalization;
using System.Text.Json;

namespace Redaction.Audio;

/// <summary>The times of an object, gathered member by member.</summary>
internal struct EntryTimes
{
    private bool _isPair;
    private bool _isPlace;

    /// <summary>When it begins.</summary>
    public RawTime? From { get; private set; }

    /// <summary>When it ends, or how long it lasts.</summary>
    public RawTime? To { get; private set; }

    /// <summary><see cref="To"/> is how long it lasts.</summary>
    public bool IsLength { get; private set; }

    /// <summary>True when both are known, or the end is left open on purpose.</summary>
    public readonly bool IsKnown => From is not null && (To is not null || _isPair);

    /// <summary>Takes a member that tells a time.</summary>
    public bool TryTake(JsonPart member, TimedName name, long unit, ReadOnlySpan<byte> content)
    {
        if (member.Kind is JsonTokenType.StartArray) return TryTakePair(member, unit, content);
        if (member.Kind is JsonTokenType.StartObject)
        {
            return TimedNames.IsTime(name) && Duration(member, content) is { } duration ? TryTake(duration, name)
                : TryTakeObject(member, content);
        }
        if (member.Kind == JsonTokenType.Null && name is TimedName.End or TimedName.EndOffset or TimedName.Length)
        {
            _isPair = true; // the last one of a list often has no end
            return true;
        }
        if (member.Kind == JsonTokenType.String && TryTakeRange(member, content)) return true;
        return TimedNames.IsTime(name) && RawTime.Of(member, content, unit) is { } time && TryTake(time, name);
    }

    public override readonly string ToString() => "EntryTimes";

    private bool TryTake(RawTime time, TimedName name)
    {
        var isPlace = name is TimedName.StartOffset or TimedName.EndOffset;
        if (!isPlace && _isPlace && name is TimedName.Start or TimedName.End) (From, To, IsLength, _isPlace) = (null, null, false, false);
        if (isPlace && !_isPlace && (From is not null || To is { } && !IsLength)) return true; // a place in the text or the frames
        _isPlace |= isPlace;
        if (name is TimedName.Start or TimedName.StartOffset) From ??= time;
        else if (To is null || (IsLength && name != TimedName.Length)) (To, IsLength) = (time, name == TimedName.Length);
        return true;
    }

    /// <summary>Both times in one string, as in subtitles.</summary>
    private bool TryTakeRange(JsonPart text, ReadOnlySpan<byte> content)
    {
        if (From is not null || !CueTime.TryReadRange(content.Slice(text.Start, text.Length), out var range)) return false;
        (From, To, IsLength) = (new RawTime(range.From, 1, false), new RawTime(range.To, 1, false), false);
        return true;
    }

    private bool TryTakePair(JsonPart array, long unit, ReadOnlySpan<byte> content)
    {
        var count = 0;
        RawTime? first = null, second = null;
        foreach (var element in array.Children)
        {
            if (element.Kind is not (JsonTokenType.Number or JsonTokenType.Null or JsonTokenType.String)) return false;
            var time = RawTime.Of(element, content, unit);
            if (++count > 2 || (time is null && element.Kind != JsonTokenType.Null)) return false;
            if (count == 1) first = time;
            else second = time;
        }
        if (count != 2 || first is null || From is not null) return false;
        (From, To, _isPair) = (first, second, true);
        return true;
    }

    private bool TryTakeObject(JsonPart part, ReadOnlySpan<byte> content)
    {
        if (From is not null) return false;
        var inner = default(EntryTimes);
        foreach (var member in part.Children)
        {
            var (name, unit) = TimedNames.Of(member.Name!);
            if (member.Kind is JsonTokenType.StartArray || !inner.TryTake(member, name, unit, content)) return false;
        }
        if (!inner.IsKnown) return false;
        this = inner;
        return true;
    }

    /// <summary>Seconds and nanoseconds, as protocol buffers write a time.</summary>
    private static RawTime? Duration(JsonPart part, ReadOnlySpan<byte> content)
    {
        decimal total = 0;
        var isAny = false;
        foreach (var member in part.Children)
        {
            var unit = member.Name switch { "seconds" => 10_000_000m, "nanos" => 0.01m, "milliseconds" or "millis" => 10_000m, _ => 0m };
            if (unit == 0 || member.Kind is not (JsonTokenType.Number or JsonTokenType.String)) return null;
            var written = content.Slice(member.Start, member.Length);
            if (!decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return null;
            if (Math.Abs(value) > 1e12m) return null;
            (total, isAny) = (total + value * unit, true);
        }
        return isAny ? new(Math.Max(0, decimal.Round(total)), 1, false) : null;
    }
}
