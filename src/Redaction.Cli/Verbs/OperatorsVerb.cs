using System.CommandLine;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact operators</c>.</summary>
internal sealed class OperatorsVerb(VerbConsole console) : Verb(console)
{
    private readonly Option<string> _format = FormatOption();

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("operators", "Lists what a policy can do with a finding, and the options it may set.\n\nExamples:\n  redact operators\n  redact operators --format json") { _format };
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
        var table = VerbConsole.NewTable("Operator", "Medium", "Key", "What it does", "Options");
        table.AddRow("keep", "all", "", "Lets the value through and counts it.", "");
        foreach (var entry in RedactionCatalog.Operators)
            table.AddRow(
                Markup.Escape(entry.Id), entry.Medium, entry.NeedsKey ? "needed" : "", Markup.Escape(entry.Description),
                Markup.Escape(string.Join("\n", entry.Options.Select(static o => $"{o.Name}: {o.Kind} = {o.Default}"))));
        Console.WriteTable(table);
    }

    private void WriteJson() => Console.WriteJson(static json =>
    {
        json.WriteStartArray();
        foreach (var entry in RedactionCatalog.Operators)
        {
            json.WriteStartObject();
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
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
