using System.Text.Json;

namespace Redaction.Audio;

/// <summary>Lists of which no name says anything, in whatever language: two numbers of every element are times when both rise through the
/// list and the second is never below the first.</summary>
internal static class TimedShape
{
    private const int Fewest = 3;

    /// <summary>The entries of a list; none when it has no such numbers, or no text.</summary>
    public static List<TimedEntry> Of(JsonPart part, ReadOnlySpan<byte> content)
    {
        var elements = new List<JsonPart>();
        foreach (var element in part.Children)
        {
            if (element.Kind != JsonTokenType.StartObject) return [];
            elements.Add(element);
        }
        if (elements.Count < Fewest || Longest(elements[0]) is not { } text || Times(elements, content) is not { } times) return [];
        var entries = new List<TimedEntry>(elements.Count);
        for (var i = 0; i < elements.Count; i++)
            if (elements[i].Get(text, JsonTokenType.String) is { } said)
                entries.Add(new(elements[i], said, times.From[i], times.To[i], false, null));
        return entries;
    }

    /// <summary>The member with the longest text of those that are no label.</summary>
    private static string? Longest(JsonPart element)
    {
        string? name = null;
        var longest = 0;
        foreach (var member in element.Children)
        {
            if (member.Kind != JsonTokenType.String || member.Length <= longest) continue;
            if (TimedNames.Of(member.Name!).Name is TimedName.Other or TimedName.Speaker) continue;
            (name, longest) = (member.Name, member.Length);
        }
        return name;
    }

    private static (List<RawTime> From, List<RawTime> To)? Times(List<JsonPart> elements, ReadOnlySpan<byte> content)
    {
        var rising = new List<List<RawTime>>();
        foreach (var member in elements[0].Children)
            if (member.Kind == JsonTokenType.Number && Rising(elements, member.Name!, content) is { } values) rising.Add(values);
        foreach (var from in rising)
            foreach (var to in rising)
                if (from != to && IsBefore(from, to)) return (from, to);
        return null;
    }

    private static List<RawTime>? Rising(List<JsonPart> elements, string name, ReadOnlySpan<byte> content)
    {
        var values = new List<RawTime>(elements.Count);
        foreach (var element in elements)
        {
            if (element.Get(name, JsonTokenType.Number) is not { } part || RawTime.Of(part, content, 0) is not { } value) return null;
            if (values.Count > 0 && value.Value < values[^1].Value) return null;
            values.Add(value);
        }
        return values[^1].Value > values[0].Value ? values : null;
    }

    /// <summary>True when each ends after it begins, and not long after the next one begins.</summary>
    private static bool IsBefore(List<RawTime> from, List<RawTime> to)
    {
        var late = 0;
        for (var i = 0; i < from.Count; i++)
        {
            if (to[i].Value <= from[i].Value) return false;
            if (i + 1 < from.Count && to[i].Value > from[i + 1].Value) late++;
        }
        return late * 2 <= from.Count;
    }
}
