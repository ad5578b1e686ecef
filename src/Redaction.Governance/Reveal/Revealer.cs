using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Governance;

/// <summary>Gives back, under a grant, the originals that <c>encrypt</c> and <c>token</c> sealed in a text. Each use is in the audit log
/// before anything is shown.</summary>
/// <remarks>What the grant does not cover becomes its type in brackets. Thread-safe.</remarks>
public sealed class Revealer
{
    private readonly ImmutableArray<ValueCipher> _ciphers;
    private readonly SealStore? _seals;
    private readonly AuditSigner _signer;
    private readonly AuditLog _log;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, int> _uses;
    private readonly Lock _lock = new();

    /// <summary>Makes a revealer.</summary>
    /// <param name="key">The key under which the text was redacted.</param>
    /// <param name="project">The project.</param>
    /// <param name="log">Receives every reveal and every refusal.</param>
    /// <param name="uses">How often each grant was used before (<see cref="CountUses"/>).</param>
    /// <param name="signer">Whose signature grants must have.</param>
    /// <param name="seals">Knows the tokens; null where there are none.</param>
    /// <param name="time">The clock.</param>
    public Revealer(
        RedactionKey key, string project, AuditLog log, IReadOnlyDictionary<string, int> uses, AuditSigner signer,
        SealStore? seals = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        _ciphers = [.. key.Versions.Select(k => new ValueCipher(k, project))];
        (_seals, _log, _signer, _time) = (seals, log, signer, time ?? TimeProvider.System);
        _uses = uses.ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Counts the uses of each grant in a log.</summary>
    /// <exception cref="RedactionException">The log was changed (<see cref="ErrorCodes.Integrity"/>).</exception>
    public static Dictionary<string, int> CountUses(string logPath)
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in AuditLog.ReadEvents(logPath).Where(static e => e.Event == AuditEvents.Reveal))
        {
            var grant = entry.Details["grant"];
            uses[grant] = uses.GetValueOrDefault(grant) + 1;
        }
        return uses;
    }

    /// <summary>The text with what the grant allows revealed.</summary>
    /// <exception cref="RedactionException">The grant is not signed, has ended, is another's or is used up
    /// (<see cref="ErrorCodes.NotGranted"/>); or a value was changed.</exception>
    public string Reveal(string text, RevealGrant grant, string who)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(grant);
        var shown = new StringBuilder(text.Length);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        lock (_lock)
        {
            Check(grant, who, text);
            Open(text, grant, shown, counts);
            _uses[grant.Id] = _uses.GetValueOrDefault(grant.Id) + 1;
            var revealed = Event(AuditEvents.Reveal, grant, who, text);
            _log.Append(revealed with { Counts = counts.ToImmutableSortedDictionary(StringComparer.Ordinal) });
        }
        return shown.ToString();
    }

    private void Check(RevealGrant grant, string who, string text)
    {
        var fault = !grant.IsSignedBy(_signer) ? "not-signed"
            : grant.Who != who ? "other-account"
            : _time.GetUtcNow() > grant.NotAfter ? "ended"
            : _uses.GetValueOrDefault(grant.Id) >= grant.MaxUses ? "used-up"
            : null;
        if (fault is null) return;
        var refused = Event(AuditEvents.Refuse, grant, who, text);
        _log.Append(refused with { Details = refused.Details.Add("fault", fault) });
        throw new RedactionException(ErrorCodes.NotGranted, "reveal", $"The grant does not allow it: {fault}.");
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
        if (_seals is null)
            throw new RedactionException(ErrorCodes.NoKey, "reveal", "The text holds tokens: give their store with --store DIR.");
        return _seals.TryReveal(code, out var value) ? value : null;
    }

    private string Decrypt(ReadOnlySpan<char> written)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return _ciphers[i].Decrypt(written);
            }
            catch (RedactionException) when (i + 1 < _ciphers.Length)
            {
                // an earlier version of the key may have written it
            }
        }
    }

    private static AuditEvent Event(string kind, RevealGrant grant, string who, string text) => new(kind)
    {
        Actor = who,
        Artefact = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        Details = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("grant", grant.Id).Add("why", grant.Why),
    };
}
