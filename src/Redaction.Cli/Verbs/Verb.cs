using System.CommandLine;

namespace Redaction.Cli.Verbs;

/// <summary>Runs an action and turns its failures into exit statuses.</summary>
internal delegate int VerbGuard(ParseResult parsed, Func<ParseResult, CancellationToken, int> action);

/// <summary>One verb of the command.</summary>
internal abstract class Verb(VerbConsole console)
{
    protected VerbConsole Console { get; } = console;

    public abstract Command Create(VerbGuard guard);

    protected static Option<string> FormatOption()
    {
        var option =
            new Option<string>("--format") { Description = "table, or json for programs", DefaultValueFactory = static _ => "table" };
        option.AcceptOnlyFromAmong("table", "json");
        return option;
    }
}
