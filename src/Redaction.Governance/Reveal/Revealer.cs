using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Governance;

/// <summary>Gives back, under a grant, the originals that <c>encrypt</c> and <c>token</c> sealed in a text. Each use is counted in the
/// store and stands in its log before anything is shown.</summary>
/// <remarks>What the grant does not cover becomes its type in brackets. Thread-safe.</remarks>
internal sealed class Revealer(ImmutableArray<ValueCipher> ciphers, SealStore seals, GrantBook grants, StoreBinding binding, AuditLog log,
    AuditSigner signer)
{
    /// <summary>The text with what the grant allows revealed.</summary>
    /// <param name="text">The redacted text.</param>
    /// <param name="grant">The grant.</param>
    /// <param name="who">The account that reveals.</param>
    /// <param name="copy">Another log that is told the same.</param>
    /// <exception cref="RedactionException">The grant is not signed, has ended, is another's, is used up or was withdrawn
    /// (<see cref="ErrorCodes.NotGranted"/>); or a value was changed.</exception>
    public string Reveal(string text, RevealGrant grant, string who, AuditLog? copy)
    {
        var entry = Entry(AuditEvents.Reveal, grant, who, text);
        Check(grant, who, entry, copy);
        var shown = new StringBuilder(text.Length);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        Open(text, grant, shown, counts);
        entry = entry with { Counts = counts.ToImmutableSortedDictionary(StringComparer.Ordinal) };
        var fault = binding.InTurn(now =>
        {
            var state = grants.Of(grant.Id);
            if (Fault(grant, who, state, now) is { } late) return late; // another process may have been faster
            grants.Put(state with { Uses = state.Uses + 1 });
            log.Append(entry);
            copy?.Append(entry);
            return null;
        });
        if (fault is not null) throw Refused(fault, entry, copy);
        binding.Tell();
        return shown.ToString();
    }

    private void Check(RevealGrant grant, string who, AuditEvent entry, AuditLog? copy)
    {
        if (binding.InTurn(now => Fault(grant, who, grants.Of(grant.Id), now)) is { } fault) throw Refused(fault, entry, copy);
    }

    private string? Fault(RevealGrant grant, string who, GrantState state, DateTimeOffset now) =>
        !grant.IsSignedBy(signer) ? "not-signed"
        : grant.Who != who ? "other-account"
        : state.Revoked is not null ? "revoked"
        : now > grant.NotAfter ? "ended"
        : state.Uses >= grant.MaxUses ? "used-up"
        : null;

    private RedactionException Refused(string fault, AuditEvent entry, AuditLog? copy)
    {
        entry = entry with
        {
            Event = AuditEvents.Refuse,
            Details = entry.Details.Add("fault", fault),
            Counts = ImmutableSortedDictionary<string, long>.Empty,
        };
        log.Append(entry);
        copy?.Append(entry);
        binding.Tell();
        return new(ErrorCodes.NotGranted, "reveal", $"The grant does not allow it: {fault}.");
    }

    private void Open(string text, RevealGrant grant, StringBuilder shown, Dictionary<string, long> counts)
    {
        var position = 0;
        while (SealedValue.Next(text, position) is { } found)
        {
            shown.Append(text, position, found.Start - position);
            var type = text[(found.Start + 1)..found.Colon];
            if (grant.Allows(type) && Value(text.AsSpan()[found.Start..found.End], text[(found.Colon + 1)..(found.End - 1)]) is { } value)
            {
                shown.Append(value);
                counts[type] = counts.GetValueOrDefault(type) + 1;
            }
            else
            {
                shown.Append('[').Append(type).Append(']');
            }
            position = found.End;
        }
        shown.Append(text, position, text.Length - position);
    }

    /// <summary>The original; null when its subject was forgotten.</summary>
    private string? Value(ReadOnlySpan<char> written, string code)
    {
        if (code.Length > SealedValue.TokenLength) return Decrypt(written);
        return seals.TryReveal(code, out var value) ? value : null;
    }

    private string Decrypt(ReadOnlySpan<char> written)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return ciphers[i].Decrypt(written);
            }
            catch (RedactionException) when (i + 1 < ciphers.Length)
            {
                // an earlier version of the key may have written it
            }
        }
    }

    private static AuditEvent Entry(string kind, RevealGrant grant, string who, string text) => new(kind)
    {
        Actor = who,
        Artefact = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        Details = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("grant", grant.Id).Add("why", grant.Why),
    };
}
