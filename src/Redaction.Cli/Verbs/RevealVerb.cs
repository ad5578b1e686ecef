using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Redaction.Governance;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact reveal grant|show|revoke|grants</c>.</summary>
internal sealed class RevealVerb(VerbConsole console) : Verb(console)
{
    private readonly Argument<string> _file = new("FILE") { Description = "Text in which 'encrypt' or 'token' sealed values." };
    private readonly Option<string> _keys =
        new("--keys") { Description = "File with the key, or env:NAME.", HelpName = "FILE", Required = true };
    private readonly Option<string?> _project = new("--project") { Description = "Project of the key.", HelpName = "NAME" };
    private readonly Option<string> _who =
        new("--who") { Description = "The account that reveals or withdraws.", HelpName = "ACCOUNT", Required = true };
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
    private readonly Option<string?> _log =
        new("--log") { Description = "Another log that is told too; the store's own is told of every use.", HelpName = "FILE" };
    private readonly Option<string?> _store =
        new("--store") { Description = "The project's store, which then knows the grant from the beginning.", HelpName = "DIR" };
    private readonly StoreOptions _owner = new();
    private readonly Option<string?> _vault = StoreOptions.Vault();

    public override Command Create(VerbGuard guard)
    {
        var grant = new Command("grant",
            "Prints a grant signed with the project's key.\n\nExample:\n  redact reveal grant --keys project.key --id case-7 --who ana "
            + "--why appeal --entities person,email > case-7.json")
            { _keys, _project, _store, _id, _who, _why, _entities, _hours, _uses };
        grant.SetAction(parsed => guard(parsed, Grant));
        var show = new Command("show",
            """
            Prints a text with the originals that the grant allows; other sealed values become their type. Every use is counted in the
            store and stands in its log.

            Example:
              redact reveal show out/mail.txt --keys project.key --store store --grant case-7.json --who ana
            """) { _file, _grant, _who, _log, _vault };
        _owner.AddTo(show);
        show.SetAction(parsed => guard(parsed, Show));
        var revoke = new Command("revoke",
            "Withdraws a grant, used or not.\n\nExample:\n  redact reveal revoke --id case-7 --who lead --keys project.key --store store")
            { _id, _who };
        _owner.AddTo(revoke);
        revoke.SetAction(parsed => guard(parsed, Revoke));
        var list = new Command("grants",
            "Lists the grants that the store knows.\n\nExample:\n  redact reveal grants --keys project.key --store store");
        _owner.AddTo(list);
        list.SetAction(parsed => guard(parsed, List));
        var views = new RevealViewVerb(Console);
        return new Command("reveal", "Shows originals: to roles by views, to accounts under grants.")
        {
            grant, show, revoke, list, views.Create(guard), views.CreateKeys(guard), views.CreateTrace(guard),
            new RevealSliceVerb(Console).Create(guard),
        };
    }

    /// <summary>The items of a list of types or globs.</summary>
    public static IEnumerable<Glob> Globs(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static e => new Glob(e));

    private int Grant(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_hours) < 1 || parsed.GetValue(_uses) < 1) throw new ArgumentException("--hours and --uses must be 1 or more.");
        using var key = KeyRing.ReadKey(parsed.GetRequiredValue(_keys));
        using var signer = AuditSigner.Derive(key, parsed.GetValue(_project) ?? "");
        Glob[] entities = [.. Globs(parsed.GetRequiredValue(_entities))];
        var end = TimeProvider.System.GetUtcNow().AddHours(parsed.GetValue(_hours));
        var grant = new RevealGrant(parsed.GetRequiredValue(_id), parsed.GetRequiredValue(_who), parsed.GetRequiredValue(_why),
            [.. entities], end, parsed.GetValue(_uses));
        if (parsed.GetValue(_store) is { } folder)
        {
            using var store = ProjectStore.Open(folder, key, parsed.GetValue(_project) ?? "", cancellationToken: cancellation);
            PolicyNames.RequireEntities(entities, store.Seals.Classes.Types);
            Enter(grant, store);
        }
        else PolicyNames.RequireEntities(entities, []);
        using (var json = new Utf8JsonWriter(Console.Environment.Output)) grant.Sign(signer).Write(json);
        Console.Environment.Output.Write("\n"u8);
        return ExitCodes.Done;
    }

    private int Show(ParseResult parsed, CancellationToken cancellation)
    {
        var grant = RevealGrant.Parse(File.ReadAllBytes(parsed.GetRequiredValue(_grant)));
        var text = File.ReadAllText(parsed.GetRequiredValue(_file));
        using var key = _owner.Key(parsed);
        using var store = _owner.Open(parsed, key, cancellation);
        using var copy = parsed.GetValue(_log) is { } log ? AuditLog.Open(log, store.Signer) : null;
        Console.Environment.Output.Write(Encoding.UTF8.GetBytes(store.Reveal(text, grant, parsed.GetRequiredValue(_who), copy)));
        return ExitCodes.Done;
    }

    private int Revoke(ParseResult parsed, CancellationToken cancellation)
    {
        var id = parsed.GetRequiredValue(_id);
        using var key = _owner.Key(parsed);
        using var store = _owner.Open(parsed, key, cancellation);
        var isKnown = store.Grants.Knows(id);
        var known = store.Grants.All.ConvertAll(static g => g.Id);
        store.Revoke(id, parsed.GetRequiredValue(_who));
        Console.Environment.Error.WriteLine(isKnown ? $"'{id}' allows nothing any more"
            : $"'{id}' allows nothing from now on; the store had not heard of it ({Choices.Valid(id, known)})");
        return ExitCodes.Done;
    }

    private int List(ParseResult parsed, CancellationToken cancellation)
    {
        using var key = _owner.Key(parsed);
        using var store = _owner.Open(parsed, key, cancellation);
        var table = VerbConsole.NewTable("Grant", "Uses", "Withdrawn");
        foreach (var grant in store.Grants.All)
            table.AddRow(Markup.Escape(grant.Id), grant.Uses.ToString(CultureInfo.InvariantCulture),
                grant.Revoked?.ToString("u", CultureInfo.InvariantCulture) ?? "");
        Console.WriteTable(table);
        return ExitCodes.Done;
    }

    /// <summary>Enters a grant into the store, in which no other may have its name.</summary>
    private static void Enter(RevealGrant grant, ProjectStore store)
    {
        if (store.Grants.Knows(grant.Id)) throw new ArgumentException($"There is a grant '{grant.Id}' already: give another --id.");
        store.Grants.Put(new(grant.Id, 0, null));
        store.Log.Append(new(AuditEvents.Grant)
        {
            Details = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("grant", grant.Id)
                .Add("who", grant.Who).Add("why", grant.Why)
                .Add("entities", string.Join(",", grant.Entities.Select(static e => e.Pattern))),
        });
    }
}
