using System.CommandLine;
using System.Globalization;
using Redaction.Batch;
using Redaction.Governance;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact reveal view|keys</c>.</summary>
internal sealed class RevealViewVerb(VerbConsole console) : Verb(console)
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The folder that 'redact run --seal' wrote." };
    private readonly Argument<string> _leak = new("FILE") { Description = "The text." };
    private readonly Option<string> _out = new("--out", "-o") { Description = "Output folder.", HelpName = "DIR", Required = true };
    private readonly Option<string> _views =
        new("--views") { Description = "View policy: who sees what.", HelpName = "FILE", Required = true };
    private readonly Option<string> _role = new("--role") { Description = "The role to render for.", HelpName = "NAME", Required = true };
    private readonly Option<string> _who =
        new("--who") { Description = "The account that renders, which stands in the log.", HelpName = "ACCOUNT", Required = true };
    private readonly Option<string?> _purpose =
        new("--purpose") { Description = "What for, for views that ask for it.", HelpName = "NAME" };
    private readonly Option<string?> _dataType =
        new("--data-type") { Description = "Kind of data, for views that ask for it.", HelpName = "NAME" };
    private readonly Option<string?> _keys =
        new("--keys") { Description = "File with the project's key (or env:NAME), which opens everything.", HelpName = "FILE" };
    private readonly Option<string?> _classKeys = new("--class-keys")
    {
        Description =
        "Instead of the key: class keys of 'redact reveal keys', which open their types only.",
        HelpName = "FILE"
    };
    private readonly Option<string?> _log = new("--log") { Description = "With --class-keys: the audit log.", HelpName = "FILE" };
    private readonly Option<string?> _project = new("--project") { Description = "Project of the key.", HelpName = "NAME" };
    private readonly Option<string> _store = new("--store") { Description = "The project's store.", HelpName = "DIR", Required = true };
    private readonly Option<string> _entities =
        new("--entities") { Description = "Types whose keys are handed out, or globs.", HelpName = "a,b,…", Required = true };
    private readonly Option<string?> _canary = new(
        "--canary")
    {
        Description =
                "Put a file into the view with an address at this domain that only this role gets; 'redact reveal trace' tells from it "
                + "who passed the view on.",
        HelpName = "DOMAIN"
    };
    private readonly Option<string> _until = new("--until")
    {
        Description =
        "How long the keys may be used: a date, or days as 30d.",
        HelpName = "DATE",
        DefaultValueFactory = static _ => "30d"
    };
    private readonly StoreOptions _owner = new();

    public override Command Create(VerbGuard guard)
    {
        var view = new Command("view",
            """
            Renders redacted output for a role: sealed values become raw, pseudonym, generalised, masked or omitted,
            as the view policy says.
            Without the key of its class no value can be shown; it becomes its type. Every file is logged before it appears.

            Examples:
              redact reveal view out --role reviewer --views views.yaml --who ana --keys project.key --store store --out for-reviewers
              redact reveal view out --role reviewer --views views.yaml --who ana \
                --class-keys reviewer.keys --log views.jsonl --store store --out mine
            """) { _folder };
        foreach (var option in (Option[])[_role, _views, _who, _out, _store, _keys, _project, _classKeys, _log, _purpose, _dataType,
            _canary]) view.Options.Add(option);
        view.SetAction(parsed => guard(parsed, View));
        return view;
    }

    public Command CreateKeys(VerbGuard guard)
    {
        var keys = new Command("keys",
            """
            Writes the class keys of some types to a file, for a role that may open these and no others.

            Example:
              redact reveal keys --entities person,email --who ana --keys project.key --store store --until 7d --out reviewer.keys
            """) { _entities, _who, _until };
        _owner.AddTo(keys);
        keys.Options.Add(
            new Option<string>("--out", "-o")
            {
                Description = "The new file; only its owner can read it.",
                HelpName = "FILE",
                Required =
                true
            });
        keys.SetAction(parsed => guard(parsed, Keys));
        return keys;
    }

    private int View(ParseResult parsed, CancellationToken cancellation)
    {
        var views = ViewPolicyFile.Load(parsed.GetRequiredValue(_views));
        var options = new ViewOptions(parsed.GetRequiredValue(_role), parsed.GetRequiredValue(_who))
        {
            Purpose =
            parsed.GetValue(_purpose),
            DataType = parsed.GetValue(_dataType)
        };
        var (folder, output, project) = (parsed.GetRequiredValue(_folder), parsed.GetRequiredValue(_out), parsed.GetValue(_project) ?? "");
        if (parsed.GetValue(_classKeys) is { } file)
        {
            if (Given(parsed, _keys, _project, _canary) is { } option)
                throw new ArgumentException($"{option} does not go with --class-keys.");
            if (parsed.GetValue(_log) is not { } path) throw new ArgumentException("--class-keys needs --log.");
            using var seals = SealStore.Open(parsed.GetRequiredValue(_store), ClassKeys.Read(file));
            using var log = AuditLog.Open(path);
            return Show(new ViewRunner(views, seals, log).Run(folder, output, options, cancellation));
        }
        if (parsed.GetValue(_keys) is not { } keys) throw new ArgumentException("Give --keys or --class-keys.");
        if (Given(parsed, _log) is not null) throw new ArgumentException("--log is for --class-keys; with --keys the store has its own.");
        using var key = KeyRing.ReadKey(keys);
        using var store = ProjectStore.Open(parsed.GetRequiredValue(_store), key, project, cancellationToken: cancellation);
        var dataset = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var runner = new ViewRunner(views, store.Seals, store.Log, key, project)
        {
            Written = (path, source, sha256, bytes) =>
                store.Artefacts.Add(
                    new(path, store.Artefacts.DatasetOf(Path.Combine(Path.GetFullPath(folder), source)) ?? dataset, source, "view", sha256,
                        bytes, store.Time.GetUtcNow())
                    { Recipient = options.Role }),
        };
        ExportGuard.Check(output);
        var summary = runner.Run(folder, output, options, cancellation);
        if (parsed.GetValue(_canary) is { } domain)
        {
            var address = $"{store.CanaryFor(dataset, options.Role).ToLowerInvariant()}@{domain}";
            File.WriteAllText(Path.Combine(output, "contact.txt"), $"Questions about this data: {address}\n");
        }
        return Show(summary);
    }

    public Command CreateTrace(VerbGuard guard)
    {
        var trace = new Command("trace",
            "Tells from a text, such as a leaked file, for which role the view was made whose canary stands in it (exit status 5 when "
            + "none does).\n\nExample:\n  redact reveal trace leaked.txt --keys project.key --store store") { _leak };
        _owner.AddTo(trace);
        trace.SetAction(parsed => guard(parsed, Trace));
        return trace;
    }

    private int Trace(ParseResult parsed, CancellationToken cancellation)
    {
        using var key = _owner.Key(parsed);
        using var store = _owner.Open(parsed, key, cancellation);
        if (store.TraceCanary(File.ReadAllText(parsed.GetRequiredValue(_leak))) is not var (dataset, recipient))
        {
            Console.Environment.Error.WriteLine("no canary of this project");
            return ExitCodes.NotIntact;
        }
        Console.Environment.Error.WriteLine($"made for {recipient}, from data set {dataset}");
        return ExitCodes.Done;
    }

    private int Keys(ParseResult parsed, CancellationToken cancellation)
    {
        using var key = _owner.Key(parsed);
        using var store = _owner.Open(parsed, key, cancellation);
        string[] known = [.. store.Seals.Classes.Types];
        foreach (var entity in RevealVerb.Globs(parsed.GetRequiredValue(_entities)))
            if (!known.Any(e => entity.Matches(e)))
                throw new ArgumentException($"The store has no type '{entity.Pattern}' ({Choices.Valid(entity.Pattern, known)}).");
        using var keys = store.Seals.Classes.Only(RevealVerb.Globs(parsed.GetRequiredValue(_entities)));
        var end = StoreOptions.Time("--until", parsed.GetRequiredValue(_until));
        if (keys.Types.IsEmpty)
            throw new ArgumentException($"The store has no such type (there are: {string.Join(", ", store.Seals.Classes.Types)}).");
        store.Log.Append(new(AuditEvents.KeyChange)
        {
            Actor = parsed.GetRequiredValue(_who),
            Details = System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
                .Add("handed-out", string.Join(",", keys.Types))
                .Add("until", end.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
        });
        keys.Save(parsed.GetRequiredValue<string>("--out"), end);
        Console.Environment.Error.WriteLine($"keys of {string.Join(", ", keys.Types)}");
        return ExitCodes.Done;
    }

    private int Show(ViewSummary summary)
    {
        var raw = summary.Raw.IsEmpty ? "none"
            : string.Join(", ", summary.Raw.Select(static r => string.Create(CultureInfo.InvariantCulture, $"{r.Key} {r.Value}")));
        Console.Environment.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{summary.Files} files; raw: {raw}; not opened: {summary.Closed}"));
        foreach (var (source, code) in summary.Failures) Console.Environment.Error.WriteLine($"not written: {source}: {code}");
        return summary.Failures.IsEmpty ? ExitCodes.Done : ExitCodes.Quarantined;
    }
}
