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
        var (times, text, speaker) = (default(EntryTimes), default(JsonPart?), default(JsonPart?));
        var best = 0;
        foreach (var member in part.Children)
        {
            var (name, unit) = TimedNames.Of(member.Name!);
            if (times.TryTake(member, name, unit, content)) continue;
            if (member.Kind is JsonTokenType.String or JsonTokenType.Number && name == TimedName.Speaker) speaker ??= member;
            if (member.Kind != JsonTokenType.String && !(anyName && IsStrings(member))) continue;
            var rank = name switch
            {
                TimedName.Text => int.MaxValue,
                TimedName.Content when anyName => int.MaxValue - 1,
                TimedName.None when anyName => 1 + member.Length,
                _ => 0,
            };
            if (rank > best) (best, text) = (rank, member);
        }
        return text is { } said && (times.IsKnown || (anyName && times.From is not null))
            ? new(part, said, times.From, times.To, times.IsLength, speaker) : null;
    }

    /// <summary>The strings that hold what was said: one, or a list of words without times of their own.</summary>
    public IEnumerable<JsonPart> Texts()
    {
        if (Text.Kind == JsonTokenType.String) yield return Text;
        else
            foreach (var word in Text.Children) yield return word;
    }

    private static bool IsStrings(JsonPart part)
    {
        if (part is not { Kind: JsonTokenType.StartArray, FirstChild: not null }) return false;
        foreach (var element in part.Children)
            if (element.Kind != JsonTokenType.String) return false;
        return true;
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
}
