using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Redaction.Governance;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact retention list|hold|sweep|verify</c>.</summary>
internal sealed class RetentionVerb(VerbConsole console) : Verb(console)
{
    private readonly StoreOptions _store = new();
    private readonly SignerOptions _signer = new();
    private readonly Argument<string> _dataset = new("DATASET") { Description = "Name of the data set." };
    private readonly Argument<string> _certificate = new("FILE") { Description = "The certificate." };
    private readonly Option<string> _who =
        new("--who") { Description = "The account that does it, which stands in the log.", HelpName = "ACCOUNT", Required = true };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why the data set is on hold.", HelpName = "TEXT" };
    private readonly Option<bool> _lift = new("--lift") { Description = "End the hold." };
    private readonly Option<string> _out =
        new("--out", "-o") { Description = "The new file of the certificate.", HelpName = "FILE", Required = true };

    public override Command Create(VerbGuard guard)
    {
        var list = new Command("list",
            "Lists every file that was written for the project.\n\nExample:\n  redact retention list --keys project.key --store store");
        _store.AddTo(list);
        list.SetAction(parsed => guard(parsed, List));
        var hold = new Command("hold",
            "Puts a data set on hold, so that nothing of it is deleted or forgotten, or lifts the hold.\n\nExamples:\n  redact retention "
            + "hold mails --reason 'case 12' --who legal --keys project.key --store store\n  redact retention hold mails --lift --who "
                + "legal --keys project.key --store store") { _dataset, _reason, _lift, _who };
        _store.AddTo(hold);
        hold.SetAction(parsed => guard(parsed, Hold));
        var sweep = new Command("sweep",
            "Deletes the files that may no longer be kept and writes a signed certificate.\n\nExample:\n  redact retention sweep --who "
            + "cron --keys project.key --store store --out sweep.json") { _who, _out };
        _store.AddTo(sweep);
        sweep.SetAction(parsed => guard(parsed, Sweep));
        var verify = new Command("verify",
            "Verifies a deletion certificate, offline and without the store (exit status 5 when it is not valid).\n\nExample:\n  redact "
            + "retention verify r-7.json --public-key acme.pem") { _certificate };
        _signer.AddTo(verify);
        verify.SetAction(parsed => guard(parsed, Verify));
        return new Command("retention", "Deletes what may no longer be kept, and certifies it.") { list, hold, sweep, verify };
    }

    private int List(ParseResult parsed, CancellationToken cancellation)
    {
        using var key = _store.Key(parsed);
        using var store = _store.Open(parsed, key, cancellation);
        var table = VerbConsole.NewTable("Data set", "Kind", "File", "Keep until", "State");
        foreach (var artefact in store.Artefacts.All)
        {
            var state = artefact.Deleted is not null ? "deleted" : store.Artefacts.Holds.ContainsKey(artefact.Dataset) ? "on hold"
                : File.Exists(artefact.Path) ? "there" : "not there";
            table.AddRow(Markup.Escape(artefact.Dataset), artefact.Kind, Markup.Escape(artefact.Path),
                artefact.RetainUntil?.ToString("u", CultureInfo.InvariantCulture) ?? "", state);
        }
        Console.WriteTable(table);
        return ExitCodes.Done;
    }

    private int Hold(ParseResult parsed, CancellationToken cancellation)
    {
        var (dataset, reason, lift) = (parsed.GetRequiredValue(_dataset), parsed.GetValue(_reason), parsed.GetValue(_lift));
        if (lift == (reason is not null)) throw new ArgumentException("Give --reason to hold, or --lift to end the hold.");
        using var key = _store.Key(parsed);
        using var store = _store.Open(parsed, key, cancellation);
        if (!store.Artefacts.All.Any(a => a.Dataset == dataset))
            throw new ArgumentException(
                $"There is no data set '{dataset}' (valid: "
                + $"{string.Join(", ", store.Artefacts.All.Select(static a => a.Dataset).Distinct())}).");
        store.Log.Append(new(AuditEvents.Hold)
        {
            Actor = parsed.GetRequiredValue(_who),
            Details = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("dataset", dataset)
                .Add("state", lift ? "lifted" : "held"),
        });
        store.Artefacts.Hold(dataset, reason);
        return ExitCodes.Done;
    }

    private int Sweep(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(_out);
        if (File.Exists(path)) throw new ArgumentException($"The file '{path}' is there already.");
        using var key = _store.Key(parsed);
        using var store = _store.Open(parsed, key, cancellation);
        if (store.Sweep(parsed.GetRequiredValue(_who)) is not { } certificate)
        {
            Console.Environment.Error.WriteLine("nothing is due");
            return ExitCodes.Done;
        }
        File.WriteAllBytes(path, certificate);
        Console.Environment.Error.WriteLine($"swept; certificate: {path}");
        return ExitCodes.Done;
    }

    private int Verify(ParseResult parsed, CancellationToken cancellation)
    {
        using var signer = _signer.Signer(parsed) ?? throw new ArgumentException("Give --public-key or --keys.");
        var fault = DeletionCertificate.Fault(File.ReadAllBytes(parsed.GetRequiredValue(_certificate)), signer);
        Console.Environment.Error.WriteLine(fault is null ? "valid: signed by the project, and in its log" : $"not valid: {fault}");
        return fault is null ? ExitCodes.Done : ExitCodes.NotIntact;
    }
}
