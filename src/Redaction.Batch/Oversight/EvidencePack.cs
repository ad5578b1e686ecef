using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>One signed bundle that says how data was redacted: policy, coverage, detectors, models, evaluation figures, log roots,
/// certificates. Anyone with the public key verifies it offline.</summary>
internal static class EvidencePack
{
    private const string Kind = "redaction-evidence-pack";

    /// <summary>Makes a bundle about the output of a run.</summary>
    /// <param name="folder">The folder that the run wrote.</param>
    /// <param name="redactor">Made as for the run.</param>
    /// <param name="standard">The list of classes to report coverage of; null leaves it out.</param>
    /// <param name="figures">JSON reports of evaluations.</param>
    /// <param name="certificates">Deletion certificates of the project.</param>
    /// <param name="signer">The project's signer.</param>
    /// <param name="time">When it is made.</param>
    /// <exception cref="ArgumentException">There is no manifest, the run had another policy, or a figure or certificate is not as it must
    /// be.</exception>
    /// <exception cref="RedactionException">The log is not intact, the manifest is not the one that it tells of
    /// (<see cref="ErrorCodes.Integrity"/>), or the manifest cannot be read.</exception>
    public static byte[] Create(
        string folder, RedactionEngine redactor, string? standard, IEnumerable<string> figures, IEnumerable<string> certificates,
        AuditSigner signer, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        ArgumentNullException.ThrowIfNull(signer);
        var manifest = File.ReadAllBytes(Manifest.PathIn(folder));
        var digest = Convert.ToHexStringLower(SHA256.HashData(manifest));
        RequirePolicy(manifest, redactor.Policy.Sha256);
        var log = IntactLog(Path.Combine(folder, FolderOutput.Audit), digest, signer);
        return SignedStatement.Make(Kind, json =>
        {
            json.WriteString("made", time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("engine", EngineVersion.Current);
            json.WriteString("manifestSha256", digest);
            WritePolicy(json, redactor.Policy, standard);
            WriteSwitches(json, manifest);
            WriteDetectors(json, redactor.Stamp);
            WriteModels(json);
            json.WriteStartObject("log");
            json.WriteString("log", log.Head!.Log);
            json.WriteNumber("size", log.Head.Size);
            json.WriteString("root", log.Head.Root);
            json.WriteNumber("signatures", log.Signatures);
            json.WriteEndObject();
            WriteFiles(json, "figures", figures, static _ => null);
            WriteFiles(json, "certificates", certificates, bytes => DeletionCertificate.Fault(bytes, signer));
        }, signer);
    }

    /// <summary>Says what is wrong with a bundle; null when nothing is.</summary>
    /// <param name="pack">The JSON.</param>
    /// <param name="signer">Who is to have signed it.</param>
    public static string? Fault(ReadOnlyMemory<byte> pack, AuditSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        try
        {
            using var parsed = JsonDocument.Parse(pack);
            var statement = parsed.RootElement.GetProperty("statement");
            if (!SignedStatement.IsValid(Kind, parsed.RootElement, signer)) return "The signature is not valid under the given key.";
            foreach (var certificate in statement.GetProperty("certificates").EnumerateArray())
            {
                var content = Encoding.UTF8.GetBytes(certificate.GetProperty("content").GetRawText());
                if (DeletionCertificate.Fault(content, signer) is { } fault) return $"A certificate is not valid: {fault}";
            }
            return null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return "This is no evidence pack.";
        }
    }

    private static AuditReport IntactLog(string path, string manifest, AuditSigner signer)
    {
        var log = AuditVerifier.VerifyFile(path, signer);
        if (!log.IsIntact)
            throw Changed("The audit log is not intact: 'redact audit verify' says where.");
        if (ExportedManifest.DigestIn(path) != manifest)
            throw Changed("The manifest is not the one that the audit log tells of.");
        return log;
    }

    private static RedactionException Changed(string advice) => new(ErrorCodes.Integrity, "evidence", advice);

    private static void RequirePolicy(byte[] manifest, string sha256)
    {
        using var lines = new MemoryStream(manifest);
        if (Manifest.Read(lines).Any(item => item.Policy.Sha256 != sha256))
            throw new ArgumentException("The run was made under another policy: give the same with --policy.");
    }

    /// <summary>What the run was told besides its policy, and which detectors were off for it.</summary>
    private static void WriteSwitches(Utf8JsonWriter json, byte[] manifest)
    {
        using var lines = new MemoryStream(manifest);
        json.WriteStartArray("switches");
        foreach (var switches in Manifest.Read(lines).Select(static i => i.Switches?.ToJson()).OfType<string>().Distinct())
            json.WriteRawValue(switches);
        json.WriteEndArray();
    }

    private static void WritePolicy(Utf8JsonWriter json, LoadedPolicy policy, string? standard)
    {
        json.WriteString("policySha256", policy.Sha256);
        json.WritePropertyName("policy");
        PolicyJson.Write(json, policy.Policy);
        if (standard is null) return;
        json.WriteStartObject("coverage");
        json.WriteString("of", standard);
        json.WriteStartArray("classes");
        foreach (var entry in CoverageReport.Of(policy, standard))
        {
            json.WriteStartObject();
            json.WriteString("class", entry.Name);
            json.WriteString("state", entry.State);
            if (entry.Limit is not null) json.WriteString("limit", entry.Limit);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDetectors(Utf8JsonWriter json, RedactionStamp stamp)
    {
        json.WriteString("detectorsSha256", stamp.Detectors);
        json.WriteString("lexiconsSha256", RedactionStamp.Lexicons);
        json.WriteStartObject("detectors");
        foreach (var detector in RedactionCatalog.Detectors) json.WriteString(detector.Info.Id, detector.Info.Version);
        json.WriteEndObject();
    }

    private static void WriteModels(Utf8JsonWriter json)
    {
        json.WriteStartObject("models");
        foreach (var model in RedactionCatalog.Models)
        {
            json.WriteStartObject(model.Id);
            json.WriteString("version", model.Version);
            json.WriteString("sha256", model.Sha256);
            json.WriteString("licence", model.Licence);
            json.WriteString("source", model.Source);
            json.WriteString("description", model.Description);
            json.WriteStartObject("figures");
            foreach (var (name, value) in model.Figures) json.WriteNumber(name, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, IEnumerable<string> paths, Func<byte[], string?> fault)
    {
        json.WriteStartArray(name);
        foreach (var path in paths)
        {
            var bytes = File.ReadAllBytes(path);
            if (fault(bytes) is { } wrong) throw new ArgumentException($"'{path}' is not valid: {wrong}");
            json.WriteStartObject();
            json.WriteString("name", Path.GetFileName(path));
            json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(bytes)));
            json.WritePropertyName("content");
            using (var parsed = Parse(path, bytes)) parsed.RootElement.WriteTo(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static JsonDocument Parse(string path, byte[] bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            throw new ArgumentException($"'{path}' is no JSON.");
        }
    }
}
