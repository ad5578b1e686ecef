using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>The record that states size and root of all records before it.</summary>
internal static class AuditCheckpoint
{
    public static AuditEvent Make(AuditHead head, AuditSigner? signer)
    {
        var details = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        details["log"] = head.Log;
        details["root"] = head.Root;
        if (signer is not null)
        {
            details["key"] = signer.KeyId;
            details["signature"] = signer.Sign(Text(head));
        }
        return new(AuditEvents.Checkpoint)
        {
            Details = details.ToImmutable(),
            Counts = ImmutableSortedDictionary<string, long>.Empty.Add("size", head.Size),
        };
    }

    /// <summary>What is signed: the note of C2SP's signed checkpoints, with the root in hex.</summary>
    public static string Text(AuditHead head) =>
        string.Create(CultureInfo.InvariantCulture, $"redaction-audit-log/{head.Log}\n{head.Size}\n{head.Root}\n");

    /// <summary>Says what is wrong with a checkpoint; null when nothing is.</summary>
    /// <param name="line">The record.</param>
    /// <param name="actual">The log before it.</param>
    /// <param name="signer">Who is to have signed; null: the signature is not checked.</param>
    /// <param name="isSigned">True when the signature was checked and is valid.</param>
    public static string? Fault(ReadOnlySpan<byte> line, AuditHead actual, AuditSigner? signer, out bool isSigned)
    {
        isSigned = false;
        using var record = JsonDocument.Parse(line.ToArray());
        if (!record.RootElement.TryGetProperty("details", out var details) || !record.RootElement.TryGetProperty("counts", out var counts)
            || !counts.TryGetProperty("size", out var size) || Text(details, "root") is not { } root || Text(details, "log") is not { } log)
            return "The checkpoint does not state size and root.";
        if (!size.TryGetInt32(out var stated) || stated != actual.Size || root != actual.Root || log != actual.Log)
            return "The checkpoint states another size or root than the records before it have.";
        if (signer is null) return null;
        if (Text(details, "signature") is not { } signature) return "The checkpoint is not signed.";
        isSigned = signer.IsValid(Text(actual), signature);
        return isSigned ? null : "The signature of the checkpoint is not valid under the given key.";
    }

    private static string? Text(JsonElement details, string name) =>
        details.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
