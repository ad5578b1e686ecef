using System.CommandLine;
using System.Globalization;
using Redaction.Batch;
using Redaction.Governance;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact run</c>.</summary>
internal sealed class RunVerb(VerbConsole console) : Verb(console)
{
    private readonly DetectingOptions _detecting = new();
    private readonly SoundOptions _sound = new();
    private readonly Option<string> _out =
        new("--out", "-o") { Description = "Output folder; not inside an input.", HelpName = "DIR", Required = true };
    private readonly SealingOptions _sealing = new("The project's store, which notes who appears where and what was written.");
    private readonly Option<string?> _dataset = new("--dataset")
    {
        Description =
        "What the store calls the output; the name of the output folder when left out.",
        HelpName = "NAME"
    };
    private readonly Option<string?> _retain =
        new("--retain-until") { Description = "Until when the output may be kept: a date, or days as 30d.", HelpName = "DATE" };

    private readonly Option<string> _badRecords = new("--bad-records")
    {
        Description = "JSON Lines and CSV: leave bad records out and name their lines (leave-out), or refuse the whole file.",
        DefaultValueFactory = static _ => "leave-out",
    };

    private readonly Option<bool> _resume = new("--resume")
    {
        Description =
        "Keep what an earlier run redacted where input, policy, key, engine and models are the same, and take up what it was stopped at.",
    };
    private readonly Option<string> _shard = new("--shard")
    {
        Description = "Work on one of N parts of the inputs, into a folder of its own; 'redact merge' joins them.",
        HelpName = "I/N",
        DefaultValueFactory = static _ => "1/1",
    };
    private readonly Option<string> _manifest = new("--manifest")
    {
        Description = "Of values in texts, tell each place (full) or only how many there are (summary).",
        DefaultValueFactory = static _ => "full",
    };

    private readonly Option<string> _summary = new("--summary")
    {
        Description = "The closing summary: a table on standard error, or json on standard output.",
        DefaultValueFactory = static _ => "table",
    };
    private readonly Option<string?> _vault = StoreOptions.Vault();
    private readonly Option<bool> _unsafe =
        new("--allow-unsafe-place") { Description = "Write even where others can read or change the output." };

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("run",
            """
            Redacts files and folders into a folder, with manifest.jsonl, report.html and audit.jsonl beside the output.
            What cannot be redacted is not released; its name is noted in quarantine/ and the exit status is 3.

            Examples:
              redact run samples --out out
              redact run mail calls --out out --policy gdpr --threads 8
              redact run calls --out out --transcriber 'whisper-cli -m model.bin -f {input} -ojf -of {output}'
              redact run data.jsonl --out out --policy policy.yaml --keys project.key --field '$.messages*'
              redact run mail --out out --keys project.key --store store --seal --retain-until 90d
              redact run corpus --out out --resume --manifest summary
              redact run corpus --out shard-2 --shard 2/8
            """);
        _detecting.AddTo(command);
        _sealing.AddTo(command);
        _sound.AddTo(command, writes: true);
        _summary.AcceptOnlyFromAmong("table", "json");
        command.Options.Add(_summary);
        _badRecords.AcceptOnlyFromAmong("leave-out", "refuse");
        _manifest.AcceptOnlyFromAmong("full", "summary");
        foreach (var option in (Option[])[_out, _dataset, _retain, _badRecords, _resume, _shard, _manifest,
            _unsafe, _vault])
            command.Options.Add(option);
        command.SetAction(parsed => guard(parsed, Run));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var options = _detecting.Batch(parsed);
        var (folder, shard) = (parsed.GetRequiredValue(_out), Shard(parsed.GetRequiredValue(_shard)));
        using var key = _detecting.Key(parsed);
        using var store = _sealing.Open(parsed, key, _detecting.Project(parsed), cancellation);
        var builder = _detecting.Builder(parsed).WithSecondLook().WithImages(new() { ThumbnailSide = options.ThumbnailSide });
        _sound.Apply(parsed, builder);
        if (key is not null) builder.UseKey(key, _detecting.Project(parsed));
        _sealing.Apply(parsed, builder, store);
        using var signer = key is null ? null : AuditSigner.Derive(key, _detecting.Project(parsed));
        if (!parsed.GetValue(_unsafe)) ExportGuard.Check(folder, signer);
        options = options with
        {
            Signer = signer,
            Resume = parsed.GetValue(_resume),
            Shard = shard.Number,
            Shards = shard.Count,
            ManifestHasTextPlans = parsed.GetRequiredValue(_manifest) == "full",
            Store = store,
            Seal = _sealing.IsSealing(parsed),
            RefusesBadRecords = parsed.GetRequiredValue(_badRecords) == "refuse",
            Dataset = parsed.GetValue(_dataset),
            RetainUntil = parsed.GetValue(_retain) is { } until ? StoreOptions.Time("--retain-until", until) : null,
        };
        var runner = new BatchRunner(builder.Build());
        var summary =
            ProgressDisplay.While(Console, "Redacting", progress => runner.Run(options with { Progress = progress }, folder, cancellation));
        if (parsed.GetValue(_summary) == "json") SummaryJson.Write(Console.Environment.Output, summary);
        else SummaryDisplay.Write(Console, summary, folder);
        var isMatched = SummaryDisplay.Tell(Console, summary, options.AllowUnmatched);
        return summary.IsComplete && isMatched ? ExitCodes.Done : ExitCodes.Quarantined;
    }

    /// <exception cref="ArgumentException">It is no shard.</exception>
    private static (int Number, int Count) Shard(string text) =>
        text.Split('/') is [var number, var count]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && i >= 1 && i <= n
            ? (i, n) : throw new ArgumentException($"--shard is I/N with I from 1 to N, such as 2/8, not '{text}'.");
}
