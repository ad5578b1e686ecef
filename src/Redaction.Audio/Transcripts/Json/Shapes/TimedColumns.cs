using System.Text.Json;

namespace Redaction.Audio;

/// <summary>Words in one array and their times in others of the same length, as some recognisers and synthesisers write them.</summary>
internal static class TimedColumns
{
    private const int Fewest = 3;

    /// <summary>The words of an object with such arrays; none when it has none.</summary>
    public static List<TimedEntry> Of(JsonPart part, ReadOnlySpan<byte> content)
    {
        var entries = new List<TimedEntry>();
        if (part.Kind != JsonTokenType.StartObject) return entries;
        List<JsonPart>? words = null;
        List<RawTime>? from = null, to = null;
        var isLength = false;
        foreach (var member in part.Children)
        {
            if (member is not { Kind: JsonTokenType.StartArray, FirstChild: { } first }) continue;
            if (first.Kind == JsonTokenType.String && words is null) words = Strings(member);
            else if (first.Kind == JsonTokenType.Number && Numbers(member, content) is { } numbers)
            {
                if (IsEnd(member.Name!)) to ??= numbers;
                else if (IsLength(member.Name!)) (to, isLength) = (to ?? numbers, to is null || isLength);
                else if (from is null && IsStart(member.Name!) && Rises(numbers)) from = numbers;
            }
        }
        if (words is null || from is null || words.Count < Fewest || words.Count != from.Count) return entries;
        if (to is not null && to.Count != from.Count) to = null;
        for (var i = 0; i < words.Count; i++) entries.Add(new(words[i], words[i], from[i], to?[i], isLength && to is not null, null));
        return entries;
    }

    private static List<JsonPart>? Strings(JsonPart array)
    {
        var strings = new List<JsonPart>();
        foreach (var element in array.Children)
        {
            if (element.Kind != JsonTokenType.String) return null;
            strings.Add(element);
        }
        return strings;
    }

    private static List<RawTime>? Numbers(JsonPart array, ReadOnlySpan<byte> content)
    {
        var numbers = new List<RawTime>();
        var unit = TimedNames.UnitOf(array.Name!);
        foreach (var element in array.Children)
        {
            if (element.Kind != JsonTokenType.Number || RawTime.Of(element, content, unit) is not { } number) return null;
            numbers.Add(number);
        }
        return numbers;
    }

    private static bool Rises(List<RawTime> numbers)
    {
        for (var i = 1; i < numbers.Count; i++)
            if (numbers[i].Value < numbers[i - 1].Value) return false;
        return numbers[^1].Value > numbers[0].Value;
    }

    private static bool IsEnd(string name) =>
        name.Contains("end", StringComparison.OrdinalIgnoreCase) || name.Contains("stop", StringComparison.OrdinalIgnoreCase);

    private static bool IsStart(string name) =>
        name.Contains("time", StringComparison.OrdinalIgnoreCase) || name.Contains("start", StringComparison.OrdinalIgnoreCase)
        || name.Contains("begin", StringComparison.OrdinalIgnoreCase) || name.Contains("onset", StringComparison.OrdinalIgnoreCase)
        || name.Contains("offset", StringComparison.OrdinalIgnoreCase) || name is "ts" or "from" or "t0";

    private static bool IsLength(string name) => name.Contains("dur", StringComparison.OrdinalIgnoreCase);
}
