using System.CommandLine;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact models</c>.</summary>
internal sealed class ModelsVerb(VerbConsole console) : Verb(console)
{
    private readonly Option<string> _format = FormatOption();

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("models", "Lists the trained models that ship, with licence and digest.\n\nExamples:\n  redact models\n  redact models --format json") { _format };
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
        var table = VerbConsole.NewTable("Model", "Version", "Licence", "SHA-256", "What it does");
        foreach (var model in RedactionCatalog.Models)
            table.AddRow(Markup.Escape(model.Id), Markup.Escape(model.Version), Markup.Escape(model.Licence), model.Sha256[..16] + "…", Markup.Escape(model.Description));
        Console.WriteTable(table);
    }

    private void WriteJson() => Console.WriteJson(static json =>
    {
        json.WriteStartArray();
        foreach (var model in RedactionCatalog.Models)
        {
            json.WriteStartObject();
            json.WriteString("id", model.Id);
            json.WriteString("version", model.Version);
            json.WriteString("licence", model.Licence);
            json.WriteString("sha256", model.Sha256);
            json.WriteString("source", model.Source);
            json.WriteString("description", model.Description);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
