using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>Reads what <see cref="LedgerWriter"/> wrote. What it does not know it refuses.</summary>
internal static class SearchReader
{
    private static readonly string[] s_keys =
        ["unit", "searched", "structure", "embedded", "excluded", "unsearched", "choice", "placeCount", "places", "parts"];

    private static readonly string[] s_placeKeys = ["kind", "amount", "line", "path", "offset", "done"];

    public static ManifestSearch Read(JsonElement json)
    {
        json.RequireKnown(s_keys);
        var search = new ManifestSearch(
            json.Text("unit"), Amount(json, "searched"), Amount(json, "structure"), Amount(json, "embedded"), Amount(json, "excluded"),
            Amount(json, "unsearched"))
        {
            Choice = json.TextOrNull("choice"),
            Places = Places(json),
        };
        return json.TryGetProperty("parts", out var parts) ? search with { Parts = parts.Map(Read) } : search;
    }

    private static ImmutableSortedDictionary<string, long> Places(JsonElement json)
    {
        var counts = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        if (!json.TryGetProperty("places", out var places)) return counts.ToImmutable();
        foreach (var place in places.EnumerateArray())
        {
            place.RequireKnown(s_placeKeys);
            var (kind, done) = (place.Text("kind"), place.Text("done"));
            if (ItemNotes.IsTold(kind, done)) counts[$"{kind}, {done}"] = counts.GetValueOrDefault($"{kind}, {done}") + 1;
        }
        if (Amount(json, "placeCount") - places.GetArrayLength() is > 0 and var more) counts[ItemNotes.Further] = more;
        return counts.ToImmutable();
    }

    private static long Amount(JsonElement json, string key) => ManifestJson.Count(json.GetProperty(key));
}
