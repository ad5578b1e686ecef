using System.CommandLine;
using Redaction.Batch;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact worker</c>.</summary>
internal sealed class WorkerVerb(VerbConsole console) : Verb(console)
{
    private readonly DetectingOptions _detecting = new();
    private readonly SealingOptions _sealing = new("The project's store, for policies that put tokens in the place of values.");

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("worker",
            """
            Redacts records as they come: one JSON value a line on standard input, exactly one line on standard output for each, in order.
            A record that cannot be redacted gives {"line":N,"error":"code"} in its place, and the exit status is 3.
            A field that no record has is told at the end, and gives exit status 3 too.

            Examples:
              redact worker < records.jsonl > redacted.jsonl
              redact worker --policy gdpr --field '$.text'
              redact worker --policy tokens.yaml --keys project.key --store store-1
            """);
        _detecting.AddTo(command, inputs: false);
        _sealing.AddTo(command);
        command.SetAction(parsed => guard(parsed, Run));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var options = _detecting.Batch(parsed);
        using var key = _detecting.Key(parsed);
        using var store = _sealing.Open(parsed, key, _detecting.Project(parsed), cancellation);
        var builder = _detecting.Builder(parsed).WithSecondLook();
        if (key is not null) builder.UseKey(key, _detecting.Project(parsed));
        _sealing.Apply(parsed, builder, store);
        var worker = new RecordWorker(builder.Build(), options.Context, options.Fields) { Threads = options.Threads };
        var failed = worker.Run(Console.Environment.Input, Console.Environment.Output, cancellation);
        Console.Environment.Error.WriteLine($"answered {worker.Answered} records, {failed} with an error");
        var isMatched = SummaryDisplay.Tell(Console, worker.Unmatched, options.AllowUnmatched);
        return failed > 0 || !isMatched ? ExitCodes.Quarantined : ExitCodes.Done;
    }
}
