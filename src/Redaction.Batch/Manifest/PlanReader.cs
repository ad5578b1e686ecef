using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Audio;
using Redaction.Image;

namespace Redaction.Batch;

/// <summary>Reads what <see cref="ManifestObserver"/> writes.</summary>
internal static class PlanReader
{
    private static readonly string[] s_keys =
        ["line", "path", "page", "entity", "score", "detector", "start", "end", "box", "from", "to", "frames", "rule", "operator"];

    public static ImmutableArray<PlannedItem> Read(JsonElement plan) => [.. plan.EnumerateArray().Select(ReadItem)];

    private static PlannedItem ReadItem(JsonElement json)
    {
        json.RequireKnown(s_keys);
        var line = json.TryGetProperty("line", out var number) ? number.GetInt64() : 0;
        return new(
            new(line, json.TextOrNull("path"), 0, json.IntOrNull("page") ?? 0),
            json.Text("entity"), json.GetProperty("score").GetSingle(), json.Text("detector"), Region(json),
            json.GetProperty("rule").GetInt32(), json.Text("operator"));
    }

    /// <summary>One of the four shapes there are, whole and nothing else.</summary>
    /// <summary>The region among the properties of an object.</summary>
    public static PlannedRegion Region(JsonElement json)
    {
        var region = new PlannedRegion
        {
            Characters = Pair(json, "start", "end") is var (start, end) ? (start.GetInt64(), end.GetInt64()) : null,
            Box = Numbers(json, "box", 4) is [var x, var y, var width, var height] ? new PixelBox(x, y, width, height) : null,
            Time = Pair(json, "from", "to") is var (from, to) ? AudioSpan.FromBounds(Ticks(from), Ticks(to)) : null,
            Frames = Numbers(json, "frames", 2) is [var first, var last] ? (first, last) : null,
        };
        return (region.Characters, region.Box, region.Time, region.Frames) switch
        {
            ({ } text, null, null, null) when text.Start <= text.End => region,
            (null, not null, null, null) or (null, null, not null, null) or (null, not null, not null, not null) => region,
            _ => throw new JsonException(),
        };
    }

    private static (JsonElement First, JsonElement Second)? Pair(JsonElement json, string first, string second) =>
        json.TryGetProperty(first, out var one) | json.TryGetProperty(second, out var two) ? (one, two) : null;

    private static int[]? Numbers(JsonElement json, string key, int count)
    {
        if (!json.TryGetProperty(key, out var array)) return null;
        int[] numbers = [.. array.EnumerateArray().Select(static n => n.GetInt32())];
        return numbers.Length == count ? numbers : throw new JsonException();
    }

    private static long Ticks(JsonElement seconds) => (long)(seconds.GetDecimal() * TimeSpan.TicksPerSecond);
}
