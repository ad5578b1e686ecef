using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Redaction.Governance;

/// <summary>A random key for each identity (one value of one type), wrapped under the key of its class. Destroying it makes everything
/// sealed under it unreadable.</summary>
/// <remarks>A destroyed key is overwritten with zeros at its place in the file; copies of the file made before still hold it.</remarks>
internal sealed class IdentityKeys(Safe safe)
{
    private const SafeTable Table = SafeTable.Identities;
    private static readonly byte[] s_destroyed = new byte[40]; // as long as a wrapped key, so that it is written where that stood

    /// <summary>Number and key of an identity, made when it is not there; null when it was destroyed. Within a writing of the
    /// safe.</summary>
    public (long Id, byte[] Key)? GetOrAdd(string identity, string type, byte[] classKey)
    {
        if (Find(identity) is { } found) return Open(found.Wrapped, classKey) is { } known ? (found.Id, known) : null;
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = KeyWrap.Seal(classKey, key);
        safe.Sums.Add(Table, identity, type, wrapped);
        const string Insert = "INSERT INTO identities (identity, type, wrapped) VALUES ($1, $2, $3) RETURNING id";
        return (safe.File.All(Insert, static row => row.GetInt64(0), identity, type, wrapped)[0], key);
    }

    /// <summary>Destroys keys and returns the identities that had one.</summary>
    public ImmutableArray<string> Destroy(IEnumerable<string> identities)
    {
        var gone = ImmutableArray.CreateBuilder<string>();
        foreach (var identity in identities.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (Find(identity) is not { } found || IsDestroyed(found.Wrapped)) continue;
            safe.File.Run("UPDATE identities SET wrapped = $2 WHERE id = $1", found.Id, s_destroyed);
            safe.Sums.Remove(Table, identity, found.Type, found.Wrapped);
            safe.Sums.Add(Table, identity, found.Type, s_destroyed);
            CryptographicOperations.ZeroMemory(found.Wrapped);
            gone.Add(identity);
        }
        return gone.ToImmutable();
    }

    /// <summary>How many of the identities have a key.</summary>
    public int Count(IEnumerable<string> identities) =>
        identities.Distinct(StringComparer.Ordinal).Count(i => Find(i) is { } found && !IsDestroyed(found.Wrapped));

    /// <summary>The key that a row holds; null when it was destroyed.</summary>
    /// <exception cref="CryptographicException">It was wrapped under another class key, or changed.</exception>
    public static byte[]? Open(byte[] wrapped, byte[] classKey) => IsDestroyed(wrapped) ? null : KeyWrap.Open(classKey, wrapped);

    private static bool IsDestroyed(byte[] wrapped) => !wrapped.AsSpan().ContainsAnyExcept((byte)0);

    private (long Id, string Type, byte[] Wrapped)? Find(string identity)
    {
        const string Row = "SELECT id, type, wrapped FROM identities WHERE identity = $1";
        var found = safe.File.All(Row, static row => (row.GetInt64(0), row.GetString(1), row.GetFieldValue<byte[]>(2)), identity);
        return found.Count == 0 ? null : found[0];
    }
}
