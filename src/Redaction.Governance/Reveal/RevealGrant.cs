using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>Leave to see originals: who, why, of which types, until when, how often. It counts only with the signature of the project's
/// key.</summary>
/// <param name="Id">Name of the grant, under which its uses are logged.</param>
/// <param name="Who">The account that may reveal.</param>
/// <param name="Why">The reason.</param>
/// <param name="Entities">Entity types or globs that may be revealed.</param>
/// <param name="NotAfter">When it ends.</param>
/// <param name="MaxUses">How many documents may be revealed.</param>
public sealed record RevealGrant(string Id, string Who, string Why, ImmutableArray<Glob> Entities, DateTimeOffset NotAfter, int MaxUses)
{
    /// <summary>Signature of the project's key; null while it is not signed.</summary>
    public string? Signature { get; init; }

    /// <summary>The same grant with a signature.</summary>
    public RevealGrant Sign(AuditSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return this with { Signature = signer.Sign(Text()) };
    }

    /// <summary>True when the signature is the key's.</summary>
    public bool IsSignedBy(AuditSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return Signature is not null && signer.IsValid(Text(), Signature);
    }

    /// <summary>True when values of the type may be revealed.</summary>
    public bool Allows(ReadOnlySpan<char> type)
    {
        foreach (var entity in Entities)
            if (entity.Matches(type)) return true;
        return false;
    }

    /// <summary>Reads a grant as <see cref="Write"/> writes it.</summary>
    /// <exception cref="ArgumentException">It is no grant.</exception>
    public static RevealGrant Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            var grant = parsed.RootElement;
            return new(
                grant.GetProperty("id").GetString()!, grant.GetProperty("who").GetString()!, grant.GetProperty("why").GetString()!,
                [.. grant.GetProperty("entities").EnumerateArray().Select(static e => new Glob(e.GetString()!))],
                grant.GetProperty("notAfter").GetDateTimeOffset(), grant.GetProperty("maxUses").GetInt32())
            {
                Signature = grant.TryGetProperty("signature", out var signature) ? signature.GetString() : null,
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ArgumentException("This is no grant. 'redact reveal grant' makes one.");
        }
    }

    /// <summary>Writes the grant as a JSON object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        WriteTerms(json);
        if (Signature is not null) json.WriteString("signature", Signature);
        json.WriteEndObject();
    }

    private void WriteTerms(Utf8JsonWriter json)
    {
        json.WriteString("id", Id);
        json.WriteString("who", Who);
        json.WriteString("why", Why);
        json.WriteStartArray("entities");
        foreach (var entity in Entities) json.WriteStringValue(entity.Pattern);
        json.WriteEndArray();
        json.WriteString("notAfter", NotAfter.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        json.WriteNumber("maxUses", MaxUses);
    }

    /// <summary>What is signed: the grant without its signature, in canonical JSON.</summary>
    private string Text() => "redaction-reveal-grant\n" + Encoding.UTF8.GetString(SignedStatement.Canonical(WriteTerms));
}
