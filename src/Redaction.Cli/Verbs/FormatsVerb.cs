using System.CommandLine;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact formats</c>.</summary>
internal sealed class FormatsVerb(VerbConsole console) : Verb(console)
{
    private readonly Option<string> _format = FormatOption();

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("formats", "Lists the file formats that can be redacted.\n\nExamples:\n  redact formats\n  redact formats --format json") { _format };
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
        var table = VerbConsole.NewTable("Format", "Kind", "Extensions", "What it is");
        foreach (var entry in RedactionCatalog.Formats)
            table.AddRow(Markup.Escape(entry.Id), entry.Kind, Markup.Escape(string.Join(" ", entry.Extensions)), Markup.Escape(entry.Description));
        Console.WriteTable(table);
    }

    private void WriteJson() => Console.WriteJson(static json =>
    {
        json.WriteStartArray();
        foreach (var entry in RedactionCatalog.Formats)
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Id);
            json.WriteString("kind", entry.Kind);
            json.WriteStartArray("extensions");
            foreach (var extension in entry.Extensions) json.WriteStringValue(extension);
            json.WriteEndArray();
            json.WriteString("description", entry.Description);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
