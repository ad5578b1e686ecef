using System.Globalization;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>A signed head of a log, to be kept where the log's keeper cannot change it: it tells later when all files of a store were set
/// back together.</summary>
internal static class AuditWitness
{
    private const string Kind = "redaction-audit-witness";

    /// <summary>The statement as JSON.</summary>
    public static byte[] Make(AuditHead head, AuditSigner signer, DateTimeOffset time) => SignedStatement.Make(Kind, json =>
    {
        json.WriteString("log", head.Log);
        json.WriteNumber("size", head.Size);
        json.WriteString("root", head.Root);
        json.WriteString("time", time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
    }, signer);

    /// <summary>The head that a witness, or a deletion certificate, states.</summary>
    /// <exception cref="RedactionException">The signature is not the signer's (<see cref="ErrorCodes.Integrity"/>).</exception>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static AuditHead Read(ReadOnlyMemory<byte> bytes, AuditSigner signer)
    {
        try
        {
            using var parsed = JsonDocument.Parse(bytes);
            var isCertificate = parsed.RootElement.TryGetProperty("log", out var log);
            var isValid = isCertificate
                ? DeletionCertificate.Fault(bytes, signer) is null
                : SignedStatement.IsValid(Kind, parsed.RootElement, signer);
            if (!isValid)
                throw new RedactionException(ErrorCodes.Integrity, "witness", "The signature of the witness is not the project's.");
            if (!isCertificate) log = parsed.RootElement.GetProperty("statement");
            return new(log.GetProperty("log").GetString()!, log.GetProperty("size").GetInt32(), log.GetProperty("root").GetString()!);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ArgumentException("This is no witness. 'redact audit witness' prints one.");
        }
    }
}
