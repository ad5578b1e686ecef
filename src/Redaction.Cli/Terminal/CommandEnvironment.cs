namespace Redaction.Cli;

/// <summary>Where a command reads and writes. Data goes to <see cref="Output"/>,
/// everything meant for a person to <see cref="Error"/>.</summary>
internal sealed class CommandEnvironment
{
    /// <summary>Raw standard input, for JSON lines.</summary>
    public Stream Input { get; init; } = Stream.Null;

    /// <summary>Raw standard output, for JSON lines.</summary>
    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>True when a person watches: standard error is a terminal.</summary>
    public bool Watched { get; init; }

    /// <summary>True when standard output is a terminal, so that tables are drawn instead of JSON.</summary>
    public bool OutputIsTerminal { get; init; }

    public bool Colors { get; init; }

    public CancellationToken Cancellation { get; init; }

    public static CommandEnvironment OfProcess()
    {
        var plain = IsSet("NO_COLOR") || IsSet("CI") || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new()
        {
            Input = Console.OpenStandardInput(),
            Output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024),
            Error = Console.Error,
            Watched = !Console.IsErrorRedirected && !plain,
            OutputIsTerminal = !Console.IsOutputRedirected,
            Colors = !plain && !Console.IsErrorRedirected,
        };
    }

    private static bool IsSet(string name) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name));
}
