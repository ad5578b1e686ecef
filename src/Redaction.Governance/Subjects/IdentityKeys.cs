using System.Security.Cryptography;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>A random key for each identity (one value of one type), wrapped under the key of its class. Destroying it makes everything sealed under it unreadable.</summary>
/// <remarks>The file is written anew without the key, by atomic rename; copies of the file made before still hold it. Not thread-safe.</remarks>
internal sealed class IdentityKeys : IDisposable
{
    private readonly Journal _journal;
    private readonly Dictionary<string, (string Type, byte[]? Wrapped, string? Destroyed)> _keys = new(StringComparer.Ordinal);

    public IdentityKeys(string path, LineChain? chain) => _journal = Journal.Open(path, chain, (line, _, _) => _keys[line.GetProperty("identity").GetString()!] = (
        line.GetProperty("type").GetString()!,
        line.TryGetProperty("wrapped", out var wrapped) ? wrapped.GetBytesFromBase64() : null,
        line.TryGetProperty("destroyed", out var destroyed) ? destroyed.GetString() : null));

    public bool IsDestroyed(string identity) => _keys.TryGetValue(identity, out var entry) && entry.Wrapped is null;

    /// <summary>The key of an identity; made when it is not there. An identity whose key was destroyed gets none again.</summary>
    /// <exception cref="RedactionException">It was destroyed (<see cref="ErrorCodes.NoKey"/>).</exception>
    public byte[] GetOrAdd(string identity, string type, byte[] classKey)
    {
        if (_keys.ContainsKey(identity)) return Get(identity, classKey) ?? throw Gone();
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = WrappingKeys.Wrap(classKey, key);
        _journal.Append(json => Write(json, identity, type, wrapped, null));
        _keys[identity] = (type, wrapped, null);
        return key;
    }

    /// <summary>The key; null when there is none or it was destroyed.</summary>
    /// <exception cref="CryptographicException">It was wrapped under another class key, or changed.</exception>
    public byte[]? Get(string identity, byte[] classKey) =>
        _keys.TryGetValue(identity, out var entry) && entry.Wrapped is { } wrapped ? KeyUnwrap.Open(classKey, wrapped) : null;

    /// <summary>Destroys keys and returns the identities that had one.</summary>
    public List<string> Destroy(IEnumerable<string> identities, DateTimeOffset time)
    {
        var gone = new List<string>();
        foreach (var identity in identities.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!_keys.TryGetValue(identity, out var entry) || entry.Wrapped is null) continue;
            CryptographicOperations.ZeroMemory(entry.Wrapped);
            _keys[identity] = (entry.Type, null, time.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            gone.Add(identity);
        }
        if (gone.Count > 0)
            _journal.Rewrite(_keys.OrderBy(static k => k.Key, StringComparer.Ordinal).Select(static k => (Action<Utf8JsonWriter>)(json => Write(json, k.Key, k.Value.Type, k.Value.Wrapped, k.Value.Destroyed))));
        return gone;
    }

    /// <summary>How many of the identities have a key in the file, read again.</summary>
    public int OnDisk(HashSet<string> identities)
    {
        var found = 0;
        _journal.ReadAgain(line => found += line.TryGetProperty("wrapped", out _) && identities.Contains(line.GetProperty("identity").GetString()!) ? 1 : 0);
        return found;
    }

    public void Dispose() => _journal.Dispose();

    private static RedactionException Gone() => new(ErrorCodes.NoKey, "store", "The key of this value was destroyed: the subject was forgotten.");

    private static void Write(Utf8JsonWriter json, string identity, string type, byte[]? wrapped, string? destroyed)
    {
        json.WriteString("identity", identity);
        json.WriteString("type", type);
        if (wrapped is not null) json.WriteBase64String("wrapped", wrapped);
        if (destroyed is not null) json.WriteString("destroyed", destroyed);
    }
}
