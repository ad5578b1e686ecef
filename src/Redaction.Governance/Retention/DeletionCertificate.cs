using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>A signed statement of what was deleted, how, and what is not covered, with the proof that the log says the same. It can be
/// checked without the store and offline.</summary>
/// <remarks>The fields follow the sample certificate of NIST SP 800-88r1, appendix G, without the media that a library does not
/// know.</remarks>
public static class DeletionCertificate
{
    private const string Domain = "redaction-deletion-certificate\n";

    /// <summary>Logs a deletion and returns its certificate as JSON.</summary>
    internal static byte[] Issue(DeletionScope scope, AuditLog log, AuditSigner signer, DateTimeOffset time)
    {
        var statement = SignedStatement.Canonical(json => WriteStatement(json, scope, time));
        var receipt = log.AppendWithReceipt(new(AuditEvents.Delete)
        {
            Actor = scope.Operator,
            Artefact = Digest(statement),
            Details = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
                .Add("request", scope.Request).Add("scope", scope.Scope),
            Counts = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal)
                .Add("files", scope.Files.Length).Add("keys", scope.KeysDestroyed.Length)
                .Add("places", scope.Places.Sum(static p => p.Count)),
        });
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WritePropertyName("statement");
            json.WriteRawValue(statement);
            json.WritePropertyName("log");
            AuditReceiptJson.Write(json, receipt);
            json.WriteString("key", signer.KeyId);
            json.WriteString("signature", signer.Sign(Signed(statement, receipt)));
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>Says what is wrong with a certificate; null when nothing is.</summary>
    /// <param name="certificate">The JSON.</param>
    /// <param name="signer">Who is to have signed it.</param>
    public static string? Fault(ReadOnlyMemory<byte> certificate, AuditSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        try
        {
            using var parsed = JsonDocument.Parse(certificate);
            var statement = CanonicalJson.Of(parsed.RootElement.GetProperty("statement"));
            var receipt = AuditReceiptJson.Read(parsed.RootElement.GetProperty("log"));
            var signature = parsed.RootElement.GetProperty("signature").GetString()!;
            if (!signer.IsValid(Signed(statement, receipt), signature)) return "The signature is not valid under the given key.";
            if (!receipt.IsValid()) return "The proof does not lead from the record to the log's root.";
            using var record = JsonDocument.Parse(receipt.Line);
            var artefact = record.RootElement.GetProperty("artefact").GetString();
            return record.RootElement.GetProperty("event").GetString() == AuditEvents.Delete && artefact == Digest(statement)
                ? null
                : "The record in the log is of another statement.";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return "This is no certificate.";
        }
    }

    private static void WriteStatement(Utf8JsonWriter json, DeletionScope scope, DateTimeOffset time)
    {
        json.WriteString("request", scope.Request);
        json.WriteString("scope", scope.Scope);
        json.WriteString("legalBasis", scope.LegalBasis);
        json.WriteString("operator", scope.Operator);
        json.WriteString("time", time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        WriteTexts(json, "methods", scope.Methods);
        WriteTexts(json, "keysDestroyed", scope.KeysDestroyed);
        json.WriteStartArray("files");
        foreach (var file in scope.Files)
        {
            json.WriteStartObject();
            json.WriteString("dataset", file.Dataset);
            json.WriteString("nameSha256", file.NameSha256);
            json.WriteString("sha256", file.Sha256);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WritePlaces(json, scope);
        WriteTexts(json, "notCovered", scope.NotCovered);
        json.WriteStartArray("verification");
        foreach (var check in scope.Checks)
        {
            json.WriteStartObject();
            json.WriteString("method", check.Method);
            json.WriteNumber("count", check.Count);
            json.WriteNumber("failed", check.Failed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WritePlaces(Utf8JsonWriter json, DeletionScope scope)
    {
        if (scope.Places.IsEmpty) return;
        json.WriteStartArray("places");
        foreach (var place in scope.Places)
        {
            json.WriteStartObject();
            json.WriteString("dataset", place.Dataset);
            json.WriteString("nameSha256", place.NameSha256);
            json.WriteNumber("places", place.Count);
            WriteTexts(json, "entities", place.Types);
            json.WriteStartArray("lines");
            foreach (var line in place.Lines) json.WriteNumberValue(line);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("tables");
        foreach (var (table, count) in scope.Rows) json.WriteNumber(table, count);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Digest(byte[] statement) => Convert.ToHexStringLower(SHA256.HashData(statement));

    private static string Signed(byte[] statement, AuditReceipt receipt) =>
        $"{Domain}{Digest(statement)}\n{AuditCheckpoint.Text(receipt.Head)}";
}
