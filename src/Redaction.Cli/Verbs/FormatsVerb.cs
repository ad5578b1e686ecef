using System.Text.Json;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact formats</c>.</summary>
internal sealed class FormatsVerb(VerbConsole console)
    : ListVerb<FormatEntry>(console, "formats", "Lists the file formats that can be redacted.")
{
    protected override IEnumerable<FormatEntry> Entries => RedactionCatalog.Formats;

    protected override Table NewTable() => VerbConsole.NewTable("Format", "Kind", "Extensions", "What it is");

    protected override void AddRow(Table table, FormatEntry entry) =>
        table.AddRow(Markup.Escape(entry.Id), entry.Kind, Markup.Escape(string.Join(" ", entry.Extensions)),
            Markup.Escape(entry.Description));

    protected override void WriteProperties(Utf8JsonWriter json, FormatEntry entry)
    {
        json.WriteString("id", entry.Id);
        json.WriteString("kind", entry.Kind);
        json.WriteStartArray("extensions");
        foreach (var extension in entry.Extensions) json.WriteStringValue(extension);
        json.WriteEndArray();
        json.WriteString("description", entry.Description);
    }
}
