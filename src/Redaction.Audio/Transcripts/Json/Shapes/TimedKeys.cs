using System.Buffers;
using System.Text.Json;

namespace Redaction.Audio;

/// <summary>Texts under the times at which they were said: <c>{"0.5":"my","0.9":"card"}</c>.</summary>
internal static class TimedKeys
{
    private const int Fewest = 2, FewestAlone = 4;
    private static readonly SearchValues<byte> s_between = SearchValues.Create("-_,;/ "u8);

    /// <summary>The texts of an object with such names; none when it has others.</summary>
    /// <param name="part">The object.</param>
    /// <param name="content">The document.</param>
    /// <param name="anyName">The document stands beside a recording; one that stands alone has to look like times and words.</param>
    public static List<TimedEntry> Of(JsonPart part, ReadOnlySpan<byte> content, bool anyName)
    {
        var entries = new List<TimedEntry>();
        if (part.Kind != JsonTokenType.StartObject) return entries;
        int written = 0, counted = 0;
        foreach (var member in part.Children)
        {
            var name = content.Slice(member.NameStart, member.NameLength);
            if (TextOf(member) is not { } text || !TryRead(name, out var from, out var to)) return [];
            if (entries.Count > 0 && entries[^1].From is { } before && from.Value < before.Value) return [];
            if (from.Unit > 0 || !from.IsWhole) written++;
            if (from is { Unit: 0, IsWhole: true } && from.Value - (entries.Count == 0 ? 0 : entries[^1].From!.Value.Value) <= 1) counted++;
            entries.Add(new(text, text, from, to, false, null));
        }
        if (entries.Count < (anyName ? Fewest : FewestAlone) || counted == entries.Count) return []; // the numbers of a list
        return anyName || (written * 2 > entries.Count && AreWords(entries, content)) ? entries : [];
    }

    private static JsonPart? TextOf(JsonPart member)
    {
        if (member.Kind == JsonTokenType.String) return member;
        if (member.Kind != JsonTokenType.StartObject) return null;
        JsonPart? only = null;
        foreach (var inner in member.Children)
        {
            if (inner.Kind != JsonTokenType.String) continue;
            var name = TimedNames.Of(inner.Name!).Name;
            if (name == TimedName.Text) return inner;
            if (name is TimedName.Content or TimedName.None) only ??= inner;
        }
        return only;
    }

    private static bool TryRead(ReadOnlySpan<byte> name, out RawTime from, out RawTime? to)
    {
        (from, to) = (default, null);
        if (name.IsEmpty || name.Length > 40) return false;
        if (CueTime.TryReadRange(name, out var range))
        {
            (from, to) = (new(range.From, 1, false), new RawTime(range.To, 1, false));
            return true;
        }
        if (RawTime.Read(name, 0, isText: true) is { } time)
        {
            from = time;
            return true;
        }
        var cut = name[1..].IndexOfAny(s_between) + 1;
        if (cut == 0 || RawTime.Read(name[..cut], 0, isText: true) is not { } first) return false;
        var rest = name[cut..].TrimStart("-_,;/ "u8);
        if (RawTime.Read(rest, 0, isText: true) is not { } last || last.Value < first.Value) return false;
        (from, to) = (first, last);
        return true;
    }

    private static bool AreWords(List<TimedEntry> entries, ReadOnlySpan<byte> content)
    {
        var words = 0;
        foreach (var entry in entries)
            if (!content.Slice(entry.Text.Start, entry.Text.Length).Trim((byte)' ').Contains((byte)' ')) words++;
        return words * 4 >= entries.Count * 3;
    }
}
