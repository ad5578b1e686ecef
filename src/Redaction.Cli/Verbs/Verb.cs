using System.CommandLine;

namespace Redaction.Cli.Verbs;

/// <summary>Runs an action and turns its failures into exit statuses.</summary>
internal delegate int VerbGuard(ParseResult parsed, Func<ParseResult, CancellationToken, int> action);

/// <summary>One verb of the command.</summary>
internal abstract class Verb(VerbConsole console)
{
    protected VerbConsole Console { get; } = console;

    public abstract Command Create(VerbGuard guard);

    /// <summary>The name of the first of some options that is on the command line; null when none is.</summary>
    protected static string? Given(ParseResult parsed, params ReadOnlySpan<Option> options)
    {
        foreach (var option in options)
            if (parsed.GetResult(option) is { Implicit: false }) return option.Name;
        return null;
    }

    protected static Option<string> FormatOption()
    {
        var option =
            new Option<string>("--format") { Description = "table, or json for programs", DefaultValueFactory = static _ => "table" };
        option.AcceptOnlyFromAmong("table", "json");
        return option;
    }
}
