using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary>A verb that lists what there is, as a table or, with <c>--format json</c>, as an array of objects.</summary>
internal abstract class ListVerb<TEntry>(VerbConsole console, string name, string description) : Verb(console)
{
    private readonly Option<string> _format = FormatOption();

    protected abstract IEnumerable<TEntry> Entries { get; }

    public override Command Create(VerbGuard guard)
    {
        var command = new Command(name, $"{description}\n\nExamples:\n  redact {name}\n  redact {name} --format json") { _format };
        command.SetAction(parsed => guard(parsed, Run));
        return command;
    }

    protected abstract Table NewTable();

    protected abstract void AddRow(Table table, TEntry entry);

    /// <summary>Writes the properties of an entry into the open object.</summary>
    protected abstract void WriteProperties(Utf8JsonWriter json, TEntry entry);

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_format) == "json") Console.WriteJson(WriteJson);
        else Console.WriteTable(FullTable());
        return ExitCodes.Done;
    }

    private Table FullTable()
    {
        var table = NewTable();
        foreach (var entry in Entries) AddRow(table, entry);
        return table;
    }

    private void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var entry in Entries)
        {
            json.WriteStartObject();
            WriteProperties(json, entry);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
