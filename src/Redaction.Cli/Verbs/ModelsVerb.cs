using System.Text.Json;
using Redaction.Onnx;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact models</c>.</summary>
internal sealed class ModelsVerb(VerbConsole console)
    : ListVerb<ModelManifest>(console, "models", "Lists the trained models that ship, with licence and digest.")
{
    protected override IEnumerable<ModelManifest> Entries => RedactionCatalog.Models;

    protected override Table NewTable() => VerbConsole.NewTable("Model", "Version", "Licence", "SHA-256", "What it does");

    protected override void AddRow(Table table, ModelManifest entry) =>
        table.AddRow(Markup.Escape(entry.Id), Markup.Escape(entry.Version), Markup.Escape(entry.Licence), entry.Sha256[..16] + "…",
            Markup.Escape(entry.Description));

    protected override void WriteProperties(Utf8JsonWriter json, ModelManifest entry)
    {
        json.WriteString("id", entry.Id);
        json.WriteString("version", entry.Version);
        json.WriteString("licence", entry.Licence);
        json.WriteString("sha256", entry.Sha256);
        json.WriteString("source", entry.Source);
        json.WriteString("description", entry.Description);
    }
}
