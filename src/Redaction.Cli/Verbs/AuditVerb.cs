using System.CommandLine;
using System.Globalization;
using Redaction.Governance;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact audit verify|head|compare</c>.</summary>
internal sealed class AuditVerb(VerbConsole console) : Verb(console)
{
    private readonly Argument<string> _log = new("LOG") { Description = "The log, or the folder in which its audit.jsonl is." };
    private readonly Argument<string> _other = new("OTHER") { Description = "Another copy of the log." };
    private readonly Option<string> _format = FormatOption();
    private readonly SignerOptions _signer = new();

    public override Command Create(VerbGuard guard)
    {
        var verify = new Command("verify",
            """
            Finds edits, deletions, another order, insertions, forks and a missing end, and says where (exit status 5).

            Examples:
              redact audit verify out
              redact audit verify out/audit.jsonl --public-key acme.pem --head "$(cat acme.head)"
            """) { _log, _format };
        _signer.AddTo(verify);
        verify.SetAction(parsed => guard(parsed, Verify));
        var head = new Command("head",
            "Prints the log's id, size and root, to be kept where the log's keeper cannot change it.\n\nExample:\n  redact "
            + "audit head out > acme.head") { _log };
        head.SetAction(parsed => guard(parsed, Head));
        var compare = new Command("compare",
            "Says where two copies of a log part (exit status 5).\n\nExample:\n  redact audit compare out/audit.jsonl copy.jsonl") { _log,
                _other };
        compare.SetAction(parsed => guard(parsed, Compare));
        return new Command("audit", "Verifies audit logs.") { verify, head, compare };
    }

    private int Verify(ParseResult parsed, CancellationToken cancellation)
    {
        using var signer = _signer.Signer(parsed);
        var report = AuditVerifier.VerifyFile(Path(parsed, _log), signer, _signer.Head(parsed));
        if (parsed.GetValue(_format) == "json") WriteJson(report);
        else WriteTable(report);
        var signed = signer is null ? "signatures not checked" : $"{report.Signatures} signatures valid";
        Console.Person.MarkupLine(report.IsIntact
            ? $"[green]intact[/]: {report.Head!.Size} records, {report.Checkpoints} checkpoints, {signed}"
            : $"[red]not intact[/]: {report.Problems.Length} problems");
        return report.IsIntact ? ExitCodes.Done : ExitCodes.NotIntact;
    }

    private int Head(ParseResult parsed, CancellationToken cancellation)
    {
        var report = AuditVerifier.VerifyFile(Path(parsed, _log));
        if (!report.IsIntact)
            throw new RedactionException(ErrorCodes.Integrity, "audit-log", "'redact audit verify' says where it was changed.");
        var head = report.Head!;
        Console.Environment.Output.Write(
            System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head.Log}:{head.Size}:{head.Root}\n")));
        return ExitCodes.Done;
    }

    private int Compare(ParseResult parsed, CancellationToken cancellation)
    {
        var problem = AuditVerifier.Compare(File.ReadAllBytes(Path(parsed, _log)), File.ReadAllBytes(Path(parsed, _other)));
        Console.Person.MarkupLine(
            problem is null ? "[green]one[/] is the beginning of the other" : $"[red]forked[/] at line {problem.Line}");
        return problem is null ? ExitCodes.Done : ExitCodes.NotIntact;
    }

    private void WriteTable(AuditReport report)
    {
        if (report.IsIntact) return;
        var table = VerbConsole.NewTable("Line", "Problem", "");
        foreach (var problem in report.Problems)
            table.AddRow(problem.Line.ToString(CultureInfo.InvariantCulture), Name(problem.Kind), Markup.Escape(problem.Message));
        Console.WriteTable(table);
    }

    private void WriteJson(AuditReport report) => Console.WriteJson(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("intact", report.IsIntact);
        json.WriteNumber("records", report.Head?.Size ?? 0);
        json.WriteString("root", report.Head?.Root);
        json.WriteNumber("checkpoints", report.Checkpoints);
        json.WriteNumber("signatures", report.Signatures);
        json.WriteStartArray("problems");
        foreach (var problem in report.Problems)
        {
            json.WriteStartObject();
            json.WriteNumber("line", problem.Line);
            json.WriteString("problem", Name(problem.Kind));
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string Path(ParseResult parsed, Argument<string> argument)
    {
        var path = parsed.GetRequiredValue(argument);
        if (Directory.Exists(path)) path = System.IO.Path.Combine(path, "audit.jsonl");
        return File.Exists(path) ? path : throw new ArgumentException($"There is no log '{path}'.");
    }

    private static string Name(AuditProblemKind kind) =>
        kind == AuditProblemKind.BadCheckpoint ? "bad-checkpoint" : kind.ToString().ToLowerInvariant();
}
