using System.Text.Json;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact detectors</c>.</summary>
internal sealed class DetectorsVerb(VerbConsole console) : ListVerb<DetectorEntry>(console, "detectors", "Lists what can be found.")
{
    protected override IEnumerable<DetectorEntry> Entries => RedactionCatalog.Detectors;

    protected override Table NewTable() => VerbConsole.NewTable("Detector", "Entities", "Medium", "Locale", "Version");

    protected override void AddRow(Table table, DetectorEntry entry) =>
        table.AddRow(
            Markup.Escape(entry.Info.Id), Markup.Escape(string.Join(", ", entry.Info.Types)),
            entry.NeedsModel ? $"{entry.Medium}, model" : entry.Medium, Markup.Escape(entry.Info.Locale ?? "any"),
            Markup.Escape(entry.Info.Version));

    protected override void WriteProperties(Utf8JsonWriter json, DetectorEntry entry)
    {
        json.WriteString("id", entry.Info.Id);
        json.WriteStartArray("entities");
        foreach (var type in entry.Info.Types) json.WriteStringValue(type.Name);
        json.WriteEndArray();
        json.WriteString("medium", entry.Medium);
        json.WriteString("locale", entry.Info.Locale);
        json.WriteBoolean("needsModel", entry.NeedsModel);
        json.WriteString("version", entry.Info.Version);
    }
}
