using System.Text.Json;
using Spectre.Console;

namespace Redaction.Cli;

/// <summary>Writes for people (standard error) and for programs (standard output).</summary>
internal sealed class VerbConsole(CommandEnvironment environment)
{
    private const int PipeWidth = 120;

    public CommandEnvironment Environment { get; } = environment;

    /// <summary>Standard error with colours where they are wanted.</summary>
    public IAnsiConsole Person { get; } = Create(environment.Error, environment.Colors, environment.Watched);

    /// <summary>Writes a table to standard output.</summary>
    public void WriteTable(Table table)
    {
        using var writer = new StreamWriter(Environment.Output, leaveOpen: true) { NewLine = "\n" };
        var console = Create(writer, Environment.Colors && Environment.OutputIsTerminal, Environment.OutputIsTerminal);
        console.Write(table);
    }

    /// <summary>Writes one JSON document to standard output.</summary>
    public void WriteJson(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(Environment.Output, new JsonWriterOptions { Indented = true })) write(json);
        Environment.Output.Write("\n"u8);
    }

    public static Table NewTable(params ReadOnlySpan<string> columns)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = new Style(Color.Grey) };
        foreach (var column in columns) table.AddColumn(new TableColumn(new Markup($"[bold]{Markup.Escape(column)}[/]")));
        return table;
    }

    private static IAnsiConsole Create(TextWriter writer, bool colors, bool terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!terminal) console.Profile.Width = PipeWidth;
        return console;
    }
}
