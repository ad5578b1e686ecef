using System.CommandLine;
using System.Globalization;
using System.Text;
using Redaction.Governance;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact keys create|list|rotate|destroy|public</c>.</summary>
internal sealed class KeysVerb(VerbConsole console) : Verb(console)
{
    private readonly Argument<string> _ring = new("FILE") { Description = "The key ring." };
    private readonly Argument<int> _version = new("VERSION") { Description = "Number of a retired version." };
    private readonly Option<string?> _project = new("--project") { Description = "Project of the key.", HelpName = "NAME" };

    public override Command Create(VerbGuard guard)
    {
        var create =
            new Command("create", "Makes a key ring that only its owner can read.\n\nExample:\n  redact keys create project.key") { _ring };
        create.SetAction(parsed => guard(parsed, Create));
        var list = new Command("list",
            "Lists the versions of a key ring, without the keys.\n\nExample:\n  redact keys list project.key") { _ring };
        list.SetAction(parsed => guard(parsed, List));
        var rotate = new Command("rotate",
            "Makes a new version; the one before is kept to read what was made under it.\n\nExample:\n  redact keys rotate project.key") {
                _ring };
        rotate.SetAction(parsed => guard(parsed, Rotate));
        var destroy = new Command("destroy",
            "Destroys a retired version: nothing made under it can be read any more.\n\nExample:\n  redact keys destroy project.key 1") {
                _ring, _version };
        destroy.SetAction(parsed => guard(parsed, Destroy));
        var publicKey = new Command("public",
            "Prints the public key under which audit logs of a project are signed.\n\nExample:\n  redact keys public project.key "
            + "--project acme > acme.pem") { _ring, _project };
        publicKey.SetAction(parsed => guard(parsed, Public));
        return new Command("keys", "Makes, lists, rotates and destroys keys.") { create, list, rotate, destroy, publicKey };
    }

    private int Create(ParseResult parsed, CancellationToken cancellation)
    {
        using var ring = KeyRing.Create(parsed.GetRequiredValue(_ring));
        return ExitCodes.Done;
    }

    private int List(ParseResult parsed, CancellationToken cancellation)
    {
        using var ring = KeyRing.Open(Existing(parsed));
        var table = VerbConsole.NewTable("Version", "Created", "State");
        foreach (var version in ring.Versions)
            table.AddRow(version.Number.ToString(CultureInfo.InvariantCulture), version.Created.ToString("u", CultureInfo.InvariantCulture),
                version.State);
        Console.WriteTable(table);
        return ExitCodes.Done;
    }

    private int Rotate(ParseResult parsed, CancellationToken cancellation)
    {
        using var ring = KeyRing.Open(Existing(parsed));
        Console.Environment.Error.WriteLine($"version {ring.Rotate().Number.ToString(CultureInfo.InvariantCulture)} is active");
        return ExitCodes.Done;
    }

    private int Destroy(ParseResult parsed, CancellationToken cancellation)
    {
        using var ring = KeyRing.Open(Existing(parsed));
        ring.Destroy(parsed.GetRequiredValue(_version));
        return ExitCodes.Done;
    }

    private int Public(ParseResult parsed, CancellationToken cancellation)
    {
        using var key = KeyRing.ReadKey(Existing(parsed));
        using var signer = AuditSigner.Derive(key, parsed.GetValue(_project) ?? "");
        Console.Environment.Output.Write(Encoding.ASCII.GetBytes(signer.PublicKey + "\n"));
        return ExitCodes.Done;
    }

    private string Existing(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_ring);
        return File.Exists(path) ? path : throw new ArgumentException($"There is no key file '{path}'.");
    }
}
