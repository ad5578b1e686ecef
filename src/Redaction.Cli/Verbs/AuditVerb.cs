using System.CommandLine;
using System.Globalization;
using Redaction.Governance;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact audit verify|head|witness|compare</c>.</summary>
internal sealed class AuditVerb(VerbConsole console) : Verb(console)
{
    private readonly Argument<string> _log = new("LOG") { Description = "The log, or the folder in which its audit.jsonl is." };
    private readonly Argument<string> _other = new("OTHER") { Description = "Another copy of the log." };
    private readonly Option<string?> _check = new("--check") { Description = "A witness that was kept elsewhere.", HelpName = "FILE" };
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
        return new Command("audit", "Verifies audit logs.") { verify, head, Witness(guard), compare };
    }

    private Command Witness(VerbGuard guard)
    {
        var witness = new Command("witness",
            """
            Prints a signed head of the log, to be kept elsewhere; with --check tells from one, or from a deletion certificate, whether
            the log still continues it (exit status 5 when all files were set back to an earlier time).

            Examples:
              redact audit witness store --keys project.key > store.witness.json
              redact audit witness store --check store.witness.json --public-key project.pem
            """) { _log, _check };
        _signer.AddTo(witness);
        witness.SetAction(parsed => guard(parsed, Witness));
        return witness;
    }

    private int Verify(ParseResult parsed, CancellationToken cancellation)
    {
        using var signer = _signer.Signer(parsed);
        var report = Report(parsed, signer, _signer.Head(parsed), cancellation);
        if (parsed.GetValue(_format) == "json") WriteJson(report);
        else WriteTable(report);
        return Tell(report, signer);
    }

    /// <summary>What is wrong with a log; of a store's log, with the tables of the store too.</summary>
    private AuditReport Report(ParseResult parsed, AuditSigner? signer, AuditHead? trusted, CancellationToken cancellation)
    {
        var path = Path(parsed, _log);
        var report = File.Exists(path) ? AuditVerifier.VerifyFile(path, signer, trusted, cancellation)
            : AuditVerifier.Verify([], signer, trusted, cancellation);
        if (!StoreAudit.IsStore(path)) return report;
        using var key = _signer.Key(parsed);
        return report with
        {
            Problems = report.Problems.AddRange(StoreAudit.Problems(path, report, key, _signer.Project(parsed), cancellation)),
        };
    }

    private int Tell(AuditReport report, AuditSigner? signer)
    {
        var signed = signer is null ? "signatures not checked" : $"{report.Signatures} signatures valid";
        Console.Person.MarkupLine(report.IsIntact
            ? $"[green]intact[/]: {report.Head!.Size} records, {report.Checkpoints} checkpoints, {signed}"
            : $"[red]not intact[/]: {report.Problems.Length} problems");
        return report.IsIntact ? ExitCodes.Done : ExitCodes.NotIntact;
    }

    private int Witness(ParseResult parsed, CancellationToken cancellation)
    {
        using var signer = _signer.Signer(parsed) ?? throw new ArgumentException("Give --keys; to check a witness, --public-key will do.");
        var kept = parsed.GetValue(_check);
        if (kept is null && !signer.CanSign) throw new ArgumentException("A witness is signed: give --keys.");
        var trusted = kept is null ? null : AuditWitness.Read(File.ReadAllBytes(kept), signer);
        var report = Report(parsed, signer, trusted, cancellation);
        if (kept is not null || !report.IsIntact)
        {
            WriteTable(report);
            return Tell(report, signer);
        }
        Console.Environment.Output.Write(AuditWitness.Make(report.Head!, signer, TimeProvider.System.GetUtcNow()));
        Console.Environment.Output.Write("\n"u8);
        return ExitCodes.Done;
    }

    private int Head(ParseResult parsed, CancellationToken cancellation)
    {
        var report = AuditVerifier.VerifyFile(Path(parsed, _log), cancellationToken: cancellation);
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
        return File.Exists(path) || StoreAudit.IsStore(path) ? path : throw new ArgumentException($"There is no log '{path}'.");
    }

    private static string Name(AuditProblemKind kind) =>
        kind == AuditProblemKind.BadCheckpoint ? "bad-checkpoint" : kind.ToString().ToLowerInvariant();
}
