using System.Text.Json;

namespace Redaction.Audio;

/// <summary>A list of texts with times, recognised by its shape.</summary>
internal sealed class TimedList
{
    private const int MostLooked = 256;
    private const int FewestOpen = 3;

    private TimedList(JsonPart part, List<TimedEntry> entries) => (Part, Entries) = (part, entries);

    /// <summary>The list.</summary>
    public JsonPart Part { get; }

    /// <summary>Its entries.</summary>
    public List<TimedEntry> Entries { get; }

    /// <summary>Recognises a list: most of what it holds is a text with a time, and the times rise.</summary>
    /// <param name="part">An array, or an object whose members are alike.</param>
    /// <param name="content">The document.</param>
    /// <param name="anyName">See <see cref="TimedEntry.Of"/>.</param>
    public static TimedList? Of(JsonPart part, ReadOnlySpan<byte> content, bool anyName)
    {
        if (part.Kind is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) return null;
        if (anyName && TimedColumns.Of(part, content) is { Count: > 0 } columns) return new(part, columns);
        if (TimedKeys.Of(part, content, anyName) is { Count: > 0 } keyed) return new(part, keyed);
        var entries = new List<TimedEntry>();
        int others = 0, numbers = 0;
        foreach (var element in part.Children)
        {
            if (element.Kind is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) return null;
            if (TimedEntry.Of(element, content, anyName) is { } entry) entries.Add(entry);
            else if (++others > MostLooked && entries.Count == 0) return null;
            if (element.Kind == JsonTokenType.StartArray) numbers++;
        }
        if (entries.Count == 0 && anyName) entries = TimedShape.Of(part, content);
        if (entries.Count == 0 || others > Math.Max(entries.Count, 1) && entries[0].Part.Kind != JsonTokenType.StartObject) return null;
        if (part.Kind == JsonTokenType.StartObject && entries.Count < 2) return null;
        if (numbers > 0 && entries.Count < 2) return null;
        if (entries.Count < FewestOpen && entries.TrueForAll(static e => e.To is null)) return null;
        return IsOffsets(entries, content) || !Rises(entries) ? null : new(part, entries);
    }

    /// <summary>The same list with some of its entries.</summary>
    public TimedList With(List<TimedEntry> entries) => new(Part, entries);

    /// <summary>True when every entry is one word, or less.</summary>
    public bool IsWords(ReadOnlySpan<byte> content)
    {
        foreach (var entry in Entries)
            if (entry.Text.Kind != JsonTokenType.String
                || content.Slice(entry.Text.Start, entry.Text.Length).Trim(" \t"u8).ContainsAny((byte)' ', (byte)'\t')) return false;
        return true;
    }

    /// <summary>The unit of the numbers, where they do not tell: the one in which people speak as fast as they do.</summary>
    /// <exception cref="RedactionException">In none of them do they.</exception>
    public long Unit(ReadOnlySpan<byte> content)
    {
        decimal letters = 0, time = 0;
        var isWhole = true;
        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i] is not { From: { } from } entry || from.Unit > 0) continue;
            var to = entry.To is { } end ? entry.IsLength ? from.Value + end.Value : end.Value
                : i + 1 < Entries.Count ? Entries[i + 1].From?.Value ?? from.Value : from.Value;
            letters += content.Slice(entry.Text.Start, entry.Text.Length).Trim(" "u8).Length;
            time += Math.Max(0, to - from.Value);
            isWhole &= from.IsWhole && entry.To is not { IsWhole: false };
        }
        return isWhole ? SpeechRate.UnitOf(letters, time) : TimeSpan.TicksPerSecond;
    }

    /// <summary>True for places in a text: each is as long as what stands there.</summary>
    private static bool IsOffsets(List<TimedEntry> entries, ReadOnlySpan<byte> content)
    {
        var places = 0;
        foreach (var entry in entries)
        {
            if (entry is not { From: { IsWhole: true } from, To: { IsWhole: true } to }) return false;
            var length = entry.IsLength ? to.Value : to.Value - from.Value;
            if (entry.Text.Kind != JsonTokenType.String) return false;
            var text = entry.Text.String(content);
            if (length == text.Length || length == text.Length + 1 || length == entry.Text.Length) places++;
        }
        return places * 2 > entries.Count;
    }

    private static bool Rises(List<TimedEntry> entries)
    {
        var falls = 0;
        for (var i = 1; i < entries.Count; i++)
            if (entries[i].From is { } from && entries[i - 1].From is { } before && from.Value < before.Value) falls++;
        foreach (var entry in entries)
            if (entry is { From: { } from, To: { } to, IsLength: false } && to.Value < from.Value) falls++;
        return falls * 4 <= entries.Count;
    }
}
