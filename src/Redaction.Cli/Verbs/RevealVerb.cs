using System.CommandLine;
using System.Text;
using System.Text.Json;
using Redaction.Governance;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact reveal grant|show</c>.</summary>
internal sealed class RevealVerb(VerbConsole console) : Verb(console)
{
    private readonly Argument<string> _file = new("FILE") { Description = "Text in which 'encrypt' or 'token' sealed values." };
    private readonly Option<string> _keys =
        new("--keys") { Description = "File with the key, or env:NAME.", HelpName = "FILE", Required = true };
    private readonly Option<string?> _project = new("--project") { Description = "Project of the key.", HelpName = "NAME" };
    private readonly Option<string> _who =
        new("--who") { Description = "The account that reveals.", HelpName = "ACCOUNT", Required = true };
    private readonly Option<string> _id = new("--id") { Description = "Name of the grant.", HelpName = "NAME", Required = true };
    private readonly Option<string> _why =
        new("--why") { Description = "The reason, which goes into the log.", HelpName = "TEXT", Required = true };
    private readonly Option<string> _entities =
        new("--entities") { Description = "Types that may be revealed, or globs.", HelpName = "a,b,…", Required = true };
    private readonly Option<int> _hours =
        new("--hours") { Description = "How long the grant holds.", HelpName = "N", DefaultValueFactory = static _ => 24 };
    private readonly Option<int> _uses =
        new("--uses") { Description = "How many documents may be revealed.", HelpName = "N", DefaultValueFactory = static _ => 1 };
    private readonly Option<string> _grant = new("--grant") { Description = "The grant.", HelpName = "FILE", Required = true };
    private readonly Option<string> _log =
        new("--log") { Description = "The audit log that counts and keeps every reveal.", HelpName = "FILE", Required = true };
    private readonly Option<string?> _store =
        new("--store") { Description = "The project's store, which has the originals of tokens.", HelpName = "DIR" };
    private readonly Option<string?> _vault = StoreOptions.Vault();

    public override Command Create(VerbGuard guard)
    {
        var grant = new Command("grant",
            "Prints a grant signed with the project's key.\n\nExample:\n  redact reveal grant --keys project.key --id case-7 --who ana "
            + "--why appeal --entities person,email > case-7.json")
            { _keys, _project, _id, _who, _why, _entities, _hours, _uses };
        grant.SetAction(parsed => guard(parsed, Grant));
        var show = new Command("show",
            """
            Prints a text with the originals that the grant allows; other sealed values become their type. Every use is logged.

            Example:
              redact reveal show out/mail.txt --keys project.key --grant case-7.json --who ana --log reveals.jsonl
            """) { _file, _keys, _project, _grant, _who, _log, _store, _vault };
        show.SetAction(parsed => guard(parsed, Show));
        var views = new RevealViewVerb(Console);
        return new Command("reveal", "Shows originals: to roles by views, to accounts under grants.") { grant, show, views.Create(guard),
            views.CreateKeys(guard), views.CreateTrace(guard), new RevealSliceVerb(Console).Create(guard) };
    }

    /// <summary>The items of a list of types or globs.</summary>
    public static IEnumerable<Glob> Globs(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static e => new Glob(e));

    private int Grant(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_hours) < 1 || parsed.GetValue(_uses) < 1) throw new ArgumentException("--hours and --uses must be 1 or more.");
        using var key = KeyRing.ReadKey(parsed.GetRequiredValue(_keys));
        using var signer = AuditSigner.Derive(key, parsed.GetValue(_project) ?? "");
        var entities = Globs(parsed.GetRequiredValue(_entities));
        var end = TimeProvider.System.GetUtcNow().AddHours(parsed.GetValue(_hours));
        var grant = new RevealGrant(parsed.GetRequiredValue(_id), parsed.GetRequiredValue(_who), parsed.GetRequiredValue(_why),
            [.. entities], end, parsed.GetValue(_uses));
        using (var json = new Utf8JsonWriter(Console.Environment.Output)) grant.Sign(signer).Write(json);
        Console.Environment.Output.Write("\n"u8);
        return ExitCodes.Done;
    }

    private int Show(ParseResult parsed, CancellationToken cancellation)
    {
        var (project, log) = (parsed.GetValue(_project) ?? "", parsed.GetRequiredValue(_log));
        var grant = RevealGrant.Parse(File.ReadAllBytes(parsed.GetRequiredValue(_grant)));
        using var key = KeyRing.ReadKey(parsed.GetRequiredValue(_keys));
        using var signer = AuditSigner.Derive(key, project);
        using var seals = parsed.GetValue(_store) is { } folder ? Seals(folder, key, project) : null;
        using var audit = AuditLog.Open(log, signer); // checks the chain before the uses are counted
        var revealer = new Revealer(key, project, audit, Revealer.CountUses(log), signer, seals);
        var text = revealer.Reveal(File.ReadAllText(parsed.GetRequiredValue(_file)), grant, parsed.GetRequiredValue(_who));
        Console.Environment.Output.Write(Encoding.UTF8.GetBytes(text));
        return ExitCodes.Done;
    }

    private static SealStore Seals(string folder, RedactionKey key, string project) =>
        Path.Exists(folder) ? SealStore.Open(folder, key, project) : throw new ArgumentException($"There is no store '{folder}'.");
}
