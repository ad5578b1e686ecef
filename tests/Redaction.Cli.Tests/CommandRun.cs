using System.Text;

namespace Redaction.Cli.Tests;

/// <summary>Runs the command in this process and keeps what it wrote.</summary>
public sealed record CommandRun(int Status, string Output, string Error)
{
    public static CommandRun Of(params string[] args) => Of(CancellationToken.None, args);

    public static CommandRun Of(CancellationToken cancellation, params string[] args) => Fed("", cancellation, args);

    /// <summary>Runs with text on standard input.</summary>
    public static CommandRun Fed(string input, CancellationToken cancellation, params string[] args)
    {
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var status = new RedactCommand(
            new CommandEnvironment { Input = lines, Output = output, Error = error, Cancellation = cancellation }).Run(args);
        return new(status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
