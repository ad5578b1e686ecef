using System.CommandLine;
using System.Globalization;
using Redaction.Governance;

namespace Redaction.Cli.Verbs;

/// <summary>The options by which a verb is told who signed an audit log, and what it was once.</summary>
internal sealed class SignerOptions
{
    private readonly Option<string?> _keys =
        new("--keys") { Description = "File with the root key under which the log was signed, or env:NAME.", HelpName = "FILE" };
    private readonly Option<string?> _project = new("--project") { Description = "Project of the key.", HelpName = "NAME" };
    private readonly Option<string?> _public =
        new("--public-key") { Description = "Instead of the key: the public key in PEM ('redact keys public').", HelpName = "FILE" };
    private readonly Option<string?> _head =
        new("--head") { Description = "A head of the log that was kept elsewhere: LOG:SIZE:ROOT.", HelpName = "HEAD" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_keys, _project, _public, _head]) command.Options.Add(option);
    }

    /// <exception cref="ArgumentException">An option has a value it cannot have.</exception>
    public AuditSigner? Signer(ParseResult parsed)
    {
        if (parsed.GetValue(_public) is { } pem) return AuditSigner.FromPublicKey(File.ReadAllText(pem));
        if (parsed.GetValue(_keys) is not { } path) return null;
        using var key = KeyRing.ReadKey(path);
        return AuditSigner.Derive(key, parsed.GetValue(_project) ?? "");
    }

    /// <summary>The root key, when it is given; the caller disposes of it.</summary>
    public RedactionKey? Key(ParseResult parsed) => parsed.GetValue(_keys) is { } path ? KeyRing.ReadKey(path) : null;

    public string Project(ParseResult parsed) => parsed.GetValue(_project) ?? "";

    /// <exception cref="ArgumentException">The head is not as 'redact audit head' prints it.</exception>
    public AuditHead? Head(ParseResult parsed)
    {
        if (parsed.GetValue(_head) is not { } text) return null;
        return text.Split(':') is [var log, var size, { Length: 64 } root]
            && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var records)
            ? new(log, records, root)
            : throw new ArgumentException("--head must be LOG:SIZE:ROOT, as 'redact audit head' prints it.");
    }
}
