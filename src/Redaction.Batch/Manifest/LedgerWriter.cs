using System.Text.Json;

namespace Redaction.Batch;

/// <summary>Writes the account of what was searched in an item.</summary>
internal static class LedgerWriter
{
    private static readonly string[] s_order = [Medium.Image, Medium.Audio, Medium.Text];

    /// <summary>Writes the account of what is seen, or heard, or read; those of other media of the item are its parts.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<SearchLedger> ledgers, SafePaths paths)
    {
        if (ledgers.Count == 0) return;
        var main = ledgers.MinBy(static l => Array.IndexOf(s_order, l.Medium))!;
        foreach (var other in ledgers)
            if (other != main) main.AddPart(other.Medium, other);
        json.WriteStartObject("search");
        WriteAmounts(json, main, paths);
        json.WriteEndObject();
    }

    private static void WriteAmounts(Utf8JsonWriter json, SearchLedger ledger, SafePaths paths)
    {
        json.WriteString("unit", ledger.Unit);
        json.WriteNumber("searched", ledger.Searched);
        json.WriteNumber("structure", ledger.Structure);
        json.WriteNumber("embedded", ledger.Embedded);
        json.WriteNumber("excluded", ledger.Excluded);
        json.WriteNumber("unsearched", ledger.Unsearched);
        if (ledger.PlaceCount > 0)
        {
            json.WriteString("choice", ledger.Choice.ToString().ToLowerInvariant());
            json.WriteNumber("placeCount", ledger.PlaceCount);
            json.WriteStartArray("places");
            foreach (var place in ledger.Places) WritePlace(json, place, paths);
            json.WriteEndArray();
        }
        if (ledger.Parts.Count == 0) return;
        json.WriteStartObject("parts");
        foreach (var (name, part) in ledger.Parts)
        {
            json.WriteStartObject(name);
            WriteAmounts(json, part, paths);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, in UnsearchedPlace place, SafePaths paths)
    {
        json.WriteStartObject();
        json.WriteString("kind", place.Kind);
        json.WriteNumber("amount", place.Amount);
        if (place.Line > 0) json.WriteNumber("line", place.Line);
        if (place.Path is not null) json.WriteString("path", paths.Of(place.Path));
        if (place.Offset >= 0) json.WriteNumber("offset", place.Offset);
        json.WriteString("done", UnsearchedNames.Of(place.Done));
        json.WriteEndObject();
    }
}
