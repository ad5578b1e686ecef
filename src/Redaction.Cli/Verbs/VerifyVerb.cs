using System.CommandLine;
using System.Text.Json;
using Redaction.Batch;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact verify</c>.</summary>
internal sealed class VerifyVerb(VerbConsole console) : Verb(console)
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The folder that 'redact run' wrote." };
    private readonly Option<string> _policy = new("--policy", "-p")
    {
        Description = "What may be left: findings that this policy keeps are not told.",
        HelpName = "FILE|PRESET",
        DefaultValueFactory = static _ => "default",
    };
    private readonly Option<int> _threads = new("--threads")
    {
        Description = "How many files are looked through at once.",
        HelpName =
        "N",
        DefaultValueFactory = static _ => Environment.ProcessorCount
    };
    private readonly SignerOptions _signer = new();

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("verify",
            """
            Verifies redacted output: every file is as the manifest says, the audit log is intact, and no detector finds anything
            that replacements do not account for. Problems are JSON lines on standard output; the exit status is then 5.

            Examples:
              redact verify out
              redact verify out --policy policy.yaml --keys project.key
            """) { _folder, _policy, _threads };
        _signer.AddTo(command);
        command.SetAction(parsed => guard(parsed, Run));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var threads = parsed.GetValue(_threads);
        if (threads < 1) throw new ArgumentException("--threads must be 1 or more.");
        using var signer = _signer.Signer(parsed);
        var redactor = new RedactionEngineBuilder().UsePolicy(parsed.GetRequiredValue(_policy)).ForScanning().Build();
        var report =
            new OutputVerifier(redactor).Verify(parsed.GetRequiredValue(_folder), threads, signer, _signer.Head(parsed), cancellation);
        foreach (var problem in report.Problems) Write(problem);
        var signed = signer is null ? "signatures not checked" : $"{report.Signatures} signatures valid";
        Console.Environment.Error.WriteLine(report.IsIntact
            ? $"verified: {report.Files} files, {report.Surrogates} surrogates, {report.Records} log records, {signed}"
            : $"not verified: {report.Problems.Length} problems");
        return report.IsIntact ? ExitCodes.Done : ExitCodes.NotIntact;
    }

    private void Write(OutputProblem problem)
    {
        using (var json = new Utf8JsonWriter(Console.Environment.Output))
        {
            json.WriteStartObject();
            json.WriteString("source", problem.Source);
            json.WriteString("problem", problem.Kind);
            json.WriteString("detail", problem.Detail);
            json.WriteNumber("count", problem.Count);
            json.WriteEndObject();
        }
        Console.Environment.Output.Write("\n"u8);
    }
}
