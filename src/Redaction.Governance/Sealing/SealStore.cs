using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Redaction.Governance;

/// <summary>The sealed originals of a project: texts behind tokens, pixels and samples behind their places.</summary>
/// <remarks>
/// Each value is sealed (AES-256-GCM) under a random key of its identity, which is wrapped (AES-KWP) under the key of its class, which is
/// wrapped under the project's key. So a class key opens one type only, and destroying an identity's key makes that value unreadable
/// everywhere. Tokens are keyed digests: the same value gets the same one within a store. Thread-safe; many processes may have a store open
/// at once. A token is in the file when it is given out, or, within <see cref="Defer"/>, when <see cref="Flush"/> returns.
/// </remarks>
public sealed class SealStore : ITokenStore, IDisposable
{
    private const int IdentityBytes = 16;
    private readonly Safe _safe;
    private readonly IdentityKeys _identities;
    private readonly PendingSeals _pending;
    private readonly PendingMarks _marks;

    internal SealStore(Safe safe) => (_safe, _identities, _pending, _marks) = (safe, new(safe), new(this), new(safe));

    /// <summary>Opens a store for reading, with the keys of some classes.</summary>
    /// <exception cref="ArgumentException">There is no store.</exception>
    /// <exception cref="RedactionException">It is none of this program's (<see cref="ErrorCodes.Integrity"/>).</exception>
    public static SealStore Open(string folder, ClassKeys classes) => new(Safe.Open(folder, classes));

    /// <summary>The keys of the store's classes; owned by the store.</summary>
    public ClassKeys Classes
    {
        get
        {
            Flush();
            _safe.ReadClasses();
            return _safe.Classes;
        }
    }

    /// <summary>Number of sealed values and regions.</summary>
    public int Count
    {
        get
        {
            Flush();
            return (int)_safe.File.All("SELECT COUNT(*) FROM seals", static row => row.GetInt64(0))[0];
        }
    }

    /// <summary>The keyed blind reference of a value: equal for all writings of it, and of no use without the key.</summary>
    public string IdentityOf(EntityType type, ReadOnlySpan<char> value) => IdentityOf(_safe, type.Name, IdentifierForm.Of(value));

    internal static string IdentityOf(Safe safe, string type, string form) => safe.Blind("identity", type, form, IdentityBytes);

    internal static string MarkOf(Safe safe, string form) => safe.Blind("mark", "", form, IdentityBytes);

    /// <summary>The same, after the identifiers that stand within the value were noted, so that it is found by them.</summary>
    internal string Note(EntityType type, ReadOnlySpan<char> value)
    {
        var identity = IdentityOf(type, value);
        foreach (var form in IdentifierParts.Of(type.Name, value)) _marks.Add(MarkOf(_safe, form), identity);
        return identity;
    }

    /// <summary>The same of pixels or samples: their place stands for them.</summary>
    internal string IdentityOf(SealedRegion region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return _safe.Blind("identity", region.Type, region.Place, IdentityBytes);
    }

    /// <inheritdoc/>
    public string TokenFor(EntityType type, ReadOnlySpan<char> value)
    {
        var text = value.ToString();
        var token = _safe.Token("token", type.Name, text);
        if (!_pending.IsKnown(token)) _pending.Add(new(token, type.Name, Note(type, value), null, Encoding.UTF8.GetBytes(text)));
        return token;
    }

    /// <summary>Seals the original pixels or samples of a region.</summary>
    /// <exception cref="RedactionException">The store cannot be written; or it was opened with class keys only
    /// (<see cref="ErrorCodes.NoKey"/>).</exception>
    internal void Keep(SealedRegion region, ReadOnlySpan<byte> original)
    {
        ArgumentNullException.ThrowIfNull(region);
        var token = _safe.Token("region", region.Type, region.Place);
        if (!_pending.IsKnown(token)) _pending.Add(new(token, region.Type, IdentityOf(region), region, original.ToArray()));
    }

    /// <summary>Until it is disposed of, values are gathered and written many at once: whoever releases what shows their tokens calls
    /// <see cref="Flush"/> before.</summary>
    public IDisposable Defer() => _pending.Defer();

    /// <summary>Writes what was gathered.</summary>
    /// <exception cref="RedactionException">The store cannot be written; what was gathered is kept.</exception>
    public void Flush()
    {
        _marks.Flush();
        _pending.Flush();
    }

    /// <summary>The value that a token stands for; false when it is unknown, its key is not there, or its subject was forgotten.</summary>
    /// <exception cref="RedactionException">What is stored was changed (<see cref="ErrorCodes.Integrity"/>).</exception>
    public bool TryReveal(string token, out string value)
    {
        value = "";
        if (Open(token) is not { } plain) return false;
        value = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return true;
    }

    /// <summary>True when the store gave out the token.</summary>
    public bool Knows(string token)
    {
        Flush();
        return Has(token);
    }

    /// <summary>The regions that were sealed of an input, with their original bytes where they can be opened.</summary>
    internal IEnumerable<(SealedRegion Region, byte[]? Original)> RegionsOf(string input)
    {
        Flush();
        const string Tokens = "SELECT token, type, input, medium, page, x, y, width, height, unit FROM seals WHERE input = $1 ORDER BY id";
        var regions = _safe.File.All(Tokens, static row => (row.GetString(0), Region(row, row.GetString(1), 2)!), input);
        foreach (var (token, region) in regions) yield return (region, Open(token));
    }

    /// <summary>Destroys the keys of identities: what is sealed under them can be read by nobody any more. Returns those that had a
    /// key.</summary>
    public ImmutableArray<string> Destroy(IEnumerable<string> identities) => Destroy(identities, static () => { });

    /// <summary>The same, with what else is to be written or not written together with it.</summary>
    internal ImmutableArray<string> Destroy(IEnumerable<string> identities, Action also)
    {
        Flush();
        ImmutableArray<string> gone = [];
        _safe.Write(() =>
        {
            gone = _identities.Destroy(identities);
            also();
        });
        _safe.File.TryEmptyLog(waits: true);
        return gone;
    }

    /// <summary>True when one of the identities has a key.</summary>
    internal bool HasKeys(IReadOnlyCollection<string> identities)
    {
        Flush();
        return _identities.Count(identities) > 0;
    }

    /// <summary>How many of the identities still have a key in the store's files.</summary>
    /// <returns>All of them while another process holds on to what the store was before.</returns>
    public int KeysLeft(IReadOnlyCollection<string> identities)
    {
        ArgumentNullException.ThrowIfNull(identities);
        Flush();
        return _safe.File.TryEmptyLog(waits: false) ? _identities.Count(identities) : identities.Count;
    }

    /// <summary>The originals of texts of the identities, with their types, for an answer to the person concerned.</summary>
    public IEnumerable<(string Type, string Value)> Originals(IEnumerable<string> identities)
    {
        Flush();
        const string Tokens =
            "SELECT token, s.type FROM seals s JOIN identities i ON i.id = s.owner WHERE i.identity = $1 AND s.input IS NULL";
        var tokens = identities.Distinct(StringComparer.Ordinal)
            .SelectMany(i => _safe.File.All(Tokens, static row => (row.GetString(0), row.GetString(1)), i));
        foreach (var (token, type) in tokens.OrderBy(static t => t.Item1, StringComparer.Ordinal).ToArray())
            if (TryReveal(token, out var value)) yield return (type, value);
    }

    /// <summary>Writes what is gathered and closes the store.</summary>
    public void Dispose()
    {
        try
        {
            Flush();
        }
        finally
        {
            _pending.Dispose();
            _safe.Dispose();
        }
    }

    /// <summary>Writes values that are not there, in one transaction.</summary>
    internal void Write(IEnumerable<PendingSeal> seals) => _safe.Write(() =>
    {
        foreach (var seal in seals) Write(seal);
    });

    private void Write(PendingSeal seal)
    {
        if (Has(seal.Token)) return;
        // A forgotten value that comes again is replaced like any other and not kept.
        if (_identities.GetOrAdd(seal.Identity, seal.Type, _safe.ClassKeyOrNew(seal.Type)) is not var (owner, key)) return;
        var content = AesEnvelope.Seal(key, seal.Content, Bound(seal.Token, seal.Type, seal.Identity, seal.Region));
        CryptographicOperations.ZeroMemory(key);
        var r = seal.Region;
        _safe.File.Run(
            """
            INSERT INTO seals (token, type, owner, input, medium, page, x, y, width, height, unit, content)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """, seal.Token, seal.Type, owner, r?.Input, r?.Medium, r?.Page, r?.X, r?.Y, r?.Width, r?.Height, r?.Unit, content);
        _safe.Sums.Add(
            SafeTable.Seals, seal.Token, seal.Type, seal.Identity, r?.Input, r?.Medium, r?.Page, r?.X, r?.Y, r?.Width, r?.Height, r?.Unit);
    }

    private bool Has(string token) => _safe.File.All("SELECT 1 FROM seals WHERE token = $1", static row => true, token).Count > 0;

    private byte[]? Open(string token)
    {
        Flush();
        var found = _safe.File.All(
            """
            SELECT s.type, i.identity, i.wrapped, input, medium, page, x, y, width, height, unit, content
            FROM seals s JOIN identities i ON i.id = s.owner WHERE token = $1
            """,
            static row => (Type: row.GetString(0), Identity: row.GetString(1), Wrapped: row.GetFieldValue<byte[]>(2),
                Region: Region(row, row.GetString(0), 3), Content: row.GetFieldValue<byte[]>(11)), token);
        if (found.Count == 0 || _safe.ClassKey(found[0].Type) is not { } classKey) return null;
        var (type, identity, wrapped, region, content) = found[0];
        try
        {
            if (IdentityKeys.Open(wrapped, classKey) is not { } key) return null;
            return AesEnvelope.Open(key, content, Bound(token, type, identity, region));
        }
        catch (CryptographicException e)
        {
            throw new RedactionException(ErrorCodes.Integrity, "store", "A sealed value was changed.", e.GetType());
        }
    }

    /// <summary>The place in a row; null when it seals a text.</summary>
    private static SealedRegion? Region(SqliteDataReader row, string type, int at) => row.IsDBNull(at) ? null : new(
        row.GetString(at), row.GetString(at + 1), type, row.GetInt32(at + 2), row.GetInt64(at + 3),
        row.GetInt32(at + 4), row.GetInt32(at + 5), row.GetInt32(at + 6), row.GetInt32(at + 7));

    private static string Bound(string token, string type, string identity, SealedRegion? region) =>
        $"{token}/{type}/{identity}/{region?.Place}/{region?.Unit}";
}
