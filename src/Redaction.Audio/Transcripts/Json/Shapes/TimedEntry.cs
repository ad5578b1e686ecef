using System.Text.Json;

namespace Redaction.Audio;

/// <summary>An object, or a short list, that holds a text and when it was said.</summary>
/// <param name="Part">The object.</param>
/// <param name="Text">What was said.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; null when the next one tells.</param>
/// <param name="IsLength"><paramref name="To"/> is how long it lasts.</param>
/// <param name="Speaker">Who says it, where it tells.</param>
internal readonly record struct TimedEntry(JsonPart Part, JsonPart Text, RawTime? From, RawTime? To, bool IsLength, JsonPart? Speaker)
{
    /// <summary>Returns the kind only, never the text.</summary>
    public override string ToString() => "TimedEntry";

    /// <summary>Reads an element of a list; null when it holds no text, or nothing about its time.</summary>
    /// <param name="part">The element.</param>
    /// <param name="content">The document.</param>
    /// <param name="anyName">Members of any name may hold the text: the document stands beside a recording.</param>
    public static TimedEntry? Of(JsonPart part, ReadOnlySpan<byte> content, bool anyName)
    {
        if (part.Kind == JsonTokenType.StartArray) return anyName ? OfArray(part, content) : null;
        if (part.Kind != JsonTokenType.StartObject) return null;
        var (times, text, speaker) = (default(Times), default(JsonPart?), default(JsonPart?));
        var best = 0;
        foreach (var member in part.Children)
        {
            var (name, unit) = TimedNames.Of(member.Name!);
            if (times.TryTake(member, name, unit, content)) continue;
            if (member.Kind is JsonTokenType.String or JsonTokenType.Number && name == TimedName.Speaker) speaker ??= member;
            if (member.Kind != JsonTokenType.String) continue;
            var rank = name switch
            {
                TimedName.Text => int.MaxValue,
                TimedName.Content when anyName => int.MaxValue - 1,
                TimedName.None when anyName => 1 + member.Length,
                _ => 0,
            };
            if (rank > best) (best, text) = (rank, member);
        }
        return text is { } said && times.IsKnown ? new(part, said, times.From, times.To, times.IsLength, speaker) : null;
    }

    /// <summary>A list such as <c>["word", 1.2, 1.5]</c>.</summary>
    private static TimedEntry? OfArray(JsonPart part, ReadOnlySpan<byte> content)
    {
        JsonPart? text = null;
        RawTime? from = null, to = null;
        foreach (var element in part.Children)
        {
            if (element.Kind == JsonTokenType.Number && to is null)
                (from, to) = from is null ? (RawTime.Of(element, content, 0), null) : (from, RawTime.Of(element, content, 0));
            else if (element.Kind == JsonTokenType.String && text is null) text = element;
            else if (element.Kind is JsonTokenType.StartObject or JsonTokenType.StartArray) return null;
        }
        return text is { } said && from is not null && to is not null ? new(part, said, from, to, false, null) : null;
    }

    /// <summary>The times of an object, gathered member by member.</summary>
    private record struct Times
    {
        public RawTime? From { get; private set; }

        public RawTime? To { get; private set; }

        public bool IsLength { get; private set; }

        public readonly bool IsKnown => From is not null && (To is not null || _isPair);

        private bool _isPair;

        /// <summary>Takes a member that tells a time.</summary>
        public bool TryTake(JsonPart member, TimedName name, long unit, ReadOnlySpan<byte> content)
        {
            if (member.Kind is JsonTokenType.StartArray) return TryTakePair(member, unit, content);
            if (member.Kind is JsonTokenType.StartObject) return TryTakeObject(member, content);
            if (member.Kind == JsonTokenType.Null && name is TimedName.End or TimedName.Length)
            {
                _isPair = true; // the last one of a list often has no end
                return true;
            }
            if (name is not (TimedName.Start or TimedName.End or TimedName.Length)) return false;
            if (RawTime.Of(member, content, unit) is not { } time) return false;
            if (name == TimedName.Start) From ??= time;
            else if (To is null || (IsLength && name == TimedName.End)) (To, IsLength) = (time, name == TimedName.Length);
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
            var inner = default(Times);
            foreach (var member in part.Children)
            {
                var (name, unit) = TimedNames.Of(member.Name!);
                if (member.Kind is JsonTokenType.StartArray or JsonTokenType.StartObject || !inner.TryTake(member, name, unit, content))
                    return false;
            }
            if (!inner.IsKnown) return false;
            this = inner;
            return true;
        }
    }
}
