using System.Text.Json;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact operators</c>.</summary>
internal sealed class OperatorsVerb(VerbConsole console)
    : ListVerb<OperatorEntry>(console, "operators", "Lists what a policy can do with a finding, and the options it may set.")
{
    protected override IEnumerable<OperatorEntry> Entries => RedactionCatalog.Operators;

    protected override Table NewTable()
    {
        var table = VerbConsole.NewTable("Operator", "Medium", "Key", "What it does", "Options");
        table.AddRow("keep", "all", "", "Lets the value through and counts it.", "");
        return table;
    }

    protected override void AddRow(Table table, OperatorEntry entry) =>
        table.AddRow(
            Markup.Escape(entry.Id), entry.Medium, entry.NeedsKey ? "needed" : "", Markup.Escape(entry.Description),
            Markup.Escape(string.Join("\n", entry.Options.Select(static o => $"{o.Name}: {o.Kind} = {o.Default}"))));

    protected override void WriteProperties(Utf8JsonWriter json, OperatorEntry entry)
    {
        json.WriteString("id", entry.Id);
        json.WriteString("medium", entry.Medium);
        json.WriteBoolean("needsKey", entry.NeedsKey);
        json.WriteString("description", entry.Description);
        json.WriteStartArray("options");
        foreach (var option in entry.Options)
        {
            json.WriteStartObject();
            json.WriteString("name", option.Name);
            json.WriteString("kind", option.Kind);
            json.WriteString("default", option.Default);
            json.WriteString("description", option.Description);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
