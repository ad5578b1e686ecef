using System.CommandLine;
using System.Text.Json;
using Redaction.Batch;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact recheck</c>.</summary>
internal sealed class RecheckVerb(VerbConsole console) : Verb(console)
{
    private readonly DetectingOptions _detecting = new();
    private readonly Option<string> _against =
        new("--against") { Description = "The folder that 'redact run' wrote from the inputs.", HelpName = "DIR", Required = true };

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("recheck",
            """
            Runs new rules over inputs that were redacted before, and tells as JSON lines what they decide otherwise: newly found, no longer
            found, changed. No value is told and nothing is written. The exit status is 5 when something is newly found,
            so that a schedule can act.

            Examples:
              redact recheck mail --against out --policy gdpr
              redact recheck mail --against out --policy policy-v2.yaml > changes.jsonl
            """);
        _detecting.AddTo(command);
        command.Options.Add(_against);
        command.SetAction(parsed => guard(parsed, Run));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var redactor = _detecting.Builder(parsed).ForScanning().Build();
        var changes = new RecheckRunner(redactor).Run(_detecting.Batch(parsed), parsed.GetRequiredValue(_against), cancellation);
        foreach (var change in changes) Write(change);
        Console.Environment.Error.WriteLine(
            changes.IsEmpty ? "nothing changes"
                : string.Join(", ", changes.CountBy(static c => c.Kind).Select(static c => $"{c.Value} {c.Key}")));
        if (changes.Any(static c => c.Kind == "unreadable")) return ExitCodes.Quarantined;
        return changes.Any(static c => c.Kind == "newly-found") ? ExitCodes.NotIntact : ExitCodes.Done;
    }

    private void Write(RecheckChange change)
    {
        using (var json = new Utf8JsonWriter(Console.Environment.Output))
        {
            json.WriteStartObject();
            json.WriteString("change", change.Kind);
            json.WriteString("source", change.Source);
            json.WriteString("place", change.Place);
            json.WriteString("before", change.Before);
            json.WriteString("after", change.After);
            json.WriteEndObject();
        }
        Console.Environment.Output.Write("\n"u8);
    }
}
