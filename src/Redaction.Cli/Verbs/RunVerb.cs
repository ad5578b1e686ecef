using System.CommandLine;
using Redaction.Governance;
using Redaction.Text;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact run</c>.</summary>
internal sealed class RunVerb(VerbConsole console) : Verb(console)
{
    private readonly DetectingOptions _detecting = new();
    private readonly Option<string> _out = new("--out", "-o") { Description = "Output folder; not inside an input.", HelpName = "DIR", Required = true };

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("run",
            """
            Redacts files and folders into a folder, with manifest.jsonl, report.html and audit.jsonl beside the output.
            What cannot be redacted is not released; its name is noted in quarantine/ and the exit status is 3.

            Examples:
              redact run samples --out out
              redact run mail calls --out out --policy gdpr --threads 8
              redact run data.jsonl --out out --policy policy.yaml --keys project.key --field '$.messages*'
            """);
        _detecting.AddTo(command);
        command.Options.Add(_out);
        command.SetAction(parsed => guard(parsed, Run));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var options = _detecting.Batch(parsed);
        var folder = parsed.GetRequiredValue(_out);
        using var key = _detecting.Key(parsed);
        var builder = _detecting.Builder(parsed).WithImages(new() { ThumbnailSide = options.ThumbnailSide });
        if (key is not null) builder.UseKey(key, _detecting.Project(parsed));
        using var vault = _detecting.Vault(parsed, key);
        if (vault is not null) builder.AddOperator(new Token(vault));
        using var signer = key is null ? null : AuditSigner.Derive(key, _detecting.Project(parsed));
        var runner = new BatchRunner(builder.Build());
        var summary = ProgressDisplay.While(Console, "Redacting", progress => runner.Run(options with { Progress = progress, Signer = signer }, folder, cancellation));
        SummaryDisplay.Write(Console, summary, folder);
        return summary.Failed > 0 ? ExitCodes.Quarantined : ExitCodes.Done;
    }
}
