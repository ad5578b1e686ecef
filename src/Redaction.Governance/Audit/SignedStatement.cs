using System.Text;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>A statement as JSON with its signature: <c>{ statement, key, signature }</c>. What is signed is the canonical form (RFC 8785)
/// under a name of its kind.</summary>
internal static class SignedStatement
{
    /// <summary>Signs a statement.</summary>
    /// <param name="kind">What statements of this kind are called, so that none can pass for one of another.</param>
    /// <param name="write">Writes the members of the statement.</param>
    /// <param name="signer">Who signs.</param>
    public static byte[] Make(string kind, Action<Utf8JsonWriter> write, AuditSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        var statement = Canonical(write);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WritePropertyName("statement");
            json.WriteRawValue(statement);
            json.WriteString("key", signer.KeyId);
            json.WriteString("signature", signer.Sign(Text(kind, statement)));
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>True when the statement has a valid signature of the signer.</summary>
    /// <exception cref="KeyNotFoundException">It is no such statement.</exception>
    /// <exception cref="InvalidOperationException">It is no such statement.</exception>
    public static bool IsValid(string kind, JsonElement signed, AuditSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        var text = Text(kind, CanonicalJson.Of(signed.GetProperty("statement")));
        return signer.IsValid(text, signed.GetProperty("signature").GetString() ?? "");
    }

    /// <summary>The canonical bytes of an object.</summary>
    internal static byte[] Canonical(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        using var parsed = JsonDocument.Parse(bytes.ToArray());
        return CanonicalJson.Of(parsed.RootElement);
    }

    private static string Text(string kind, byte[] statement) => $"{kind}\n{Encoding.UTF8.GetString(statement)}";
}
