using System.CommandLine;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact detectors</c>.</summary>
internal sealed class DetectorsVerb(VerbConsole console) : Verb(console)
{
    private readonly Option<string> _format = FormatOption();

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("detectors", "Lists what can be found.\n\nExamples:\n  redact detectors\n  redact detectors --format json") { _format };
        command.SetAction(parsed => guard(parsed, Run));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_format) == "json") WriteJson();
        else WriteTable();
        return ExitCodes.Done;
    }

    private void WriteTable()
    {
        var table = VerbConsole.NewTable("Detector", "Entities", "Medium", "Locale", "Version");
        foreach (var entry in RedactionCatalog.Detectors)
            table.AddRow(
                Markup.Escape(entry.Info.Id), Markup.Escape(string.Join(", ", entry.Info.Types)),
                entry.NeedsModel ? $"{entry.Medium}, model" : entry.Medium, Markup.Escape(entry.Info.Locale ?? "any"), Markup.Escape(entry.Info.Version));
        Console.WriteTable(table);
    }

    private void WriteJson() => Console.WriteJson(static json =>
    {
        json.WriteStartArray();
        foreach (var entry in RedactionCatalog.Detectors)
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Info.Id);
            json.WriteStartArray("entities");
            foreach (var type in entry.Info.Types) json.WriteStringValue(type.Name);
            json.WriteEndArray();
            json.WriteString("medium", entry.Medium);
            json.WriteString("locale", entry.Info.Locale);
            json.WriteBoolean("needsModel", entry.NeedsModel);
            json.WriteString("version", entry.Info.Version);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
