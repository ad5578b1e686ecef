using System.Text.Json;

namespace Redaction.Audio;

/// <summary>Words that are the names of members, with their times as values: <c>{"my":[0.5,0.8],"card":[0.9,1.2]}</c> or
/// <c>[{"my":0.5},{"card":0.9}]</c>. A value that runs over several of them cannot be taken out of names.</summary>
internal static class WordKeys
{
    private const int Fewest = 3, FewestNumbers = 4;

    /// <summary>True when a document has such a list anywhere.</summary>
    public static bool StandIn(JsonPart part, ReadOnlySpan<byte> content)
    {
        if (part.Kind is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) return false;
        if (Are(part, content)) return true;
        foreach (var child in part.Children)
            if (StandIn(child, content)) return true;
        return false;
    }

    private static bool Are(JsonPart part, ReadOnlySpan<byte> content)
    {
        decimal before = -1;
        int count = 0, numbers = 0, fractions = 0;
        foreach (var child in part.Children)
        {
            var member = child;
            if (part.Kind == JsonTokenType.StartArray)
            {
                if (child.Kind != JsonTokenType.StartObject || Only(child) is not { } only) return false;
                member = only;
            }
            if (TimedNames.Of(member.Name!).Name != TimedName.None || !HasSign(member.Name!)) return false;
            if (TimeOf(member, content) is not { } time || time.Value < before) return false;
            before = time.Value;
            count++;
            if (member.Kind == JsonTokenType.Number) numbers++;
            if (!time.IsWhole || time.Unit > 0) fractions++;
        }
        return numbers == 0 ? count >= Fewest : count >= FewestNumbers && fractions * 2 > count;
    }

    private static RawTime? TimeOf(JsonPart member, ReadOnlySpan<byte> content)
    {
        if (member.Kind is JsonTokenType.Number or JsonTokenType.String) return RawTime.Of(member, content, 0);
        if (member.Kind is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) return null;
        var times = default(EntryTimes);
        if (member.Kind == JsonTokenType.StartArray) return times.TryTake(member, TimedName.None, 0, content) ? times.From : null;
        foreach (var inner in member.Children)
        {
            var (name, unit) = TimedNames.Of(inner.Name!);
            times.TryTake(inner, name, unit, content);
        }
        return times.From;
    }

    private static JsonPart? Only(JsonPart part)
    {
        JsonPart? only = null;
        foreach (var member in part.Children)
        {
            if (only is not null) return null;
            only = member;
        }
        return only;
    }

    private static bool HasSign(string name)
    {
        foreach (var c in name)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }
}
