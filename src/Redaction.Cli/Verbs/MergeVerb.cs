using System.CommandLine;
using Redaction.Batch;
using Redaction.Governance;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact merge</c>.</summary>
internal sealed class MergeVerb(VerbConsole console) : Verb(console)
{
    private readonly Argument<string[]> _shards = new("DIR")
    {
        Description = "The folders that 'redact run --shard' wrote, all of them.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string> _out = new("--out", "-o") { Description = "The new folder.", HelpName = "DIR", Required = true };
    private readonly Option<bool> _move = new("--move") { Description = "Move the outputs instead of copying them." };
    private readonly Option<int> _threads = new("--threads")
    {
        Description = "How many logs are verified at once.",
        HelpName = "N",
        DefaultValueFactory = static _ => Environment.ProcessorCount,
    };
    private readonly Option<string?> _keys = new("--keys")
    {
        Description = "File with the key of the runs, or env:NAME: their logs must be signed with it, and the joined one is.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _project = new("--project") { Description = "Project of the key.", HelpName = "NAME" };

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("merge",
            """
            Joins the outputs of shards: one folder with one manifest and one report, as one run writes them, and a log that binds the
            logs of all. Every input must stand there once; what was changed is refused with exit status 5.

            Examples:
              redact merge shard-1 shard-2 shard-3 --out out
              redact merge parts/* --out out --move --keys project.key
            """) { _shards };
        foreach (var option in (Option[])[_out, _move, _threads, _keys, _project]) command.Options.Add(option);
        command.SetAction(parsed => guard(parsed, Run));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_threads) < 1) throw new ArgumentException("--threads must be 1 or more.");
        using var key = parsed.GetValue(_keys) is { } path ? KeyRing.ReadKey(path) : null;
        using var signer = key is null ? null : AuditSigner.Derive(key, parsed.GetValue(_project) ?? "");
        var merger = new ShardMerger { Threads = parsed.GetValue(_threads), Moves = parsed.GetValue(_move), Signer = signer };
        var folder = parsed.GetRequiredValue(_out);
        var summary = merger.Merge(parsed.GetRequiredValue(_shards), folder, cancellation);
        SummaryDisplay.Write(Console, summary, folder);
        return summary.IsComplete ? ExitCodes.Done : ExitCodes.Quarantined;
    }
}
