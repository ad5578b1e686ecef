using System.CommandLine;
using Redaction.Batch;
using Redaction.Governance;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact evidence create|verify</c>.</summary>
internal sealed class EvidenceVerb(VerbConsole console) : Verb(console)
{
    private readonly DetectingOptions _detecting = new();
    private readonly SignerOptions _signer = new();
    private readonly Argument<string> _folder = new("DIR") { Description = "The folder that 'redact run' wrote." };
    private readonly Argument<string> _pack = new("FILE") { Description = "The bundle." };
    private readonly Option<string?> _standard = new("--coverage")
    {
        Description =
        "Report coverage of the classes of this standard.",
        HelpName = string.Join('|', CoverageReport.Standards)
    };
    private readonly Option<string[]> _figures =
        new("--figures") { Description = "JSON report of 'redact eval'; may be given again.", HelpName = "FILE" };
    private readonly Option<string[]> _certificates =
        new("--certificate") { Description = "Deletion certificate; may be given again.", HelpName = "FILE" };
    private readonly Option<string> _out = new("--out", "-o") { Description = "The new file.", HelpName = "FILE", Required = true };

    public override Command Create(VerbGuard guard)
    {
        var create = new Command("create",
            """
            Puts policy, detectors, models, figures, log root and certificates of a run into one bundle, signed with the project's key.

            Example:
              redact evidence create out --policy gdpr --coverage gdpr --keys project.key \
                --figures eval.json --certificate r-7.json --out evidence.json
            """) { _folder };
        _detecting.AddTo(create, inputs: false);
        foreach (var option in (Option[])[_standard, _figures, _certificates, _out]) create.Options.Add(option);
        create.SetAction(parsed => guard(parsed, Make));
        var verify = new Command("verify",
            "Verifies a bundle offline (exit status 5 when it is not valid).\n\nExample:\n  redact evidence verify "
            + "evidence.json --public-key acme.pem") { _pack };
        _signer.AddTo(verify);
        verify.SetAction(parsed => guard(parsed, Verify));
        return new Command("evidence", "Bundles the evidence of how data was redacted.") { create, verify };
    }

    private int Make(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(_out);
        if (File.Exists(path)) throw new ArgumentException($"The file '{path}' is there already.");
        using var key = _detecting.Key(parsed) ?? throw new ArgumentException("Give --keys: the bundle is signed.");
        using var signer = AuditSigner.Derive(key, _detecting.Project(parsed));
        var redactor = _detecting.Builder(parsed).ForScanning().Build();
        var pack = EvidencePack.Create(
            parsed.GetRequiredValue(_folder), redactor, parsed.GetValue(_standard), parsed.GetValue(_figures) ?? [],
            parsed.GetValue(_certificates) ?? [], signer, TimeProvider.System.GetUtcNow());
        File.WriteAllBytes(path, pack);
        return ExitCodes.Done;
    }

    private int Verify(ParseResult parsed, CancellationToken cancellation)
    {
        using var signer = _signer.Signer(parsed) ?? throw new ArgumentException("Give --public-key or --keys.");
        var fault = EvidencePack.Fault(File.ReadAllBytes(parsed.GetRequiredValue(_pack)), signer);
        Console.Environment.Error.WriteLine(fault is null ? "valid: signed by the project" : $"not valid: {fault}");
        return fault is null ? ExitCodes.Done : ExitCodes.NotIntact;
    }
}
