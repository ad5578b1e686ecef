using System.CommandLine;
using System.Text.Json;
using Redaction.Batch;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact verify</c>.</summary>
internal sealed class VerifyVerb(VerbConsole console) : Verb(console)
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The folder that 'redact run' wrote." };
    private readonly Option<string?> _policy = new("--policy", "-p")
    {
        Description = "What decides instead of the policy in the manifest, which lacks literals and patterns of the policy's own.",
        HelpName = "FILE|PRESET",
    };
    private readonly Option<string[]> _plugins = new("--plugin")
    {
        Description = "The manifest of a detector outside redact that the run searched with, where the policy does not name it.",
        HelpName = "FILE",
    };
    private readonly Option<bool> _widest =
        new("--widest") { Description = "Search for more than the run did too, and only report what that finds." };
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
            Verifies redacted output: every file is as the manifest says, the audit log is intact, and a search with the policy,
            detectors, quality and score of the run finds nothing that it did not write itself. Problems are JSON lines on standard
            output, with entity and place and never a value; the exit status is then 5.

            Examples:
              redact verify out
              redact verify out --widest
              redact verify out --policy policy.yaml --keys project.key
            """) { _folder, _policy, _plugins, _widest, _threads };
        _signer.AddTo(command);
        command.SetAction(parsed => guard(parsed, Run));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var threads = parsed.GetValue(_threads);
        if (threads < 1) throw new ArgumentException("--threads must be 1 or more.");
        using var signer = _signer.Signer(parsed);
        var policy = parsed.GetValue(_policy) is { } given ? PolicyFile.Load(given) : null;
        var verifier = new OutputVerifier(policy)
        {
            SearchesWider = parsed.GetValue(_widest),
            Plugins = [.. parsed.GetValue(_plugins) ?? []],
        };
        var report = verifier.Verify(parsed.GetRequiredValue(_folder), threads, signer, _signer.Head(parsed), cancellation);
        foreach (var problem in report.Problems) Write(problem);
        var signed = signer is null ? "signatures not checked" : $"{report.Signatures} signatures valid";
        Console.Environment.Error.WriteLine(report.IsIntact
            ? $"verified: {report.Files} files, {report.Surrogates} surrogates, {report.Records} log records, {signed}"
            : $"not verified: {report.Problems.Count(static p => p.Kind != OutputProblem.Wider)} problems");
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
            if (problem.Place is { } place)
            {
                json.WritePropertyName("place");
                json.WriteRawValue(place);
            }
            json.WriteEndObject();
        }
        Console.Environment.Output.Write("\n"u8);
    }
}
