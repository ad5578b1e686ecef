using System.Text.Json;

namespace Redaction.Governance;

/// <summary>A region as it stands in a store.</summary>
internal static class SealedRegionJson
{
    public static void Write(Utf8JsonWriter json, SealedRegion region)
    {
        json.WriteString("input", region.Input);
        json.WriteString("medium", region.Medium);
        json.WriteStartArray("place");
        foreach (var number in (ReadOnlySpan<long>)[region.Page, region.X, region.Y, region.Width, region.Height, region.Unit]) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    /// <summary>The region of a line; null when it seals a text.</summary>
    public static SealedRegion? Read(JsonElement line)
    {
        if (!line.TryGetProperty("place", out var place)) return null;
        return new(
            line.GetProperty("input").GetString()!, line.GetProperty("medium").GetString()!, line.GetProperty("type").GetString()!,
            place[0].GetInt32(), place[1].GetInt64(), place[2].GetInt32(), place[3].GetInt32(), place[4].GetInt32(), place[5].GetInt32());
    }
}
