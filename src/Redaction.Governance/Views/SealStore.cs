using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>The sealed originals of a project: texts behind tokens, pixels and samples behind their places.</summary>
/// <remarks>
/// Each value is sealed (AES-256-GCM) under a random key of its identity, which is wrapped (AES-KWP) under the key of its class, which is wrapped under the
/// project's key. So a class key opens one type only, and destroying an identity's key makes that value unreadable everywhere. Tokens are keyed digests: the same
/// value gets the same one within a store. Thread-safe; one process has a store open at a time. A token is in the file when it is given out.
/// </remarks>
public sealed class SealStore : ITokenStore, ITokenReader, IDisposable
{
    private const string IndexClass = "*index";
    private const int TokenBytes = 10;
    private const int IdentityBytes = 16;
    private readonly ClassKeys _classes;
    private readonly WrappingKeys? _wrapping;
    private readonly TimeProvider _time;
    private readonly Journal _journal;
    private readonly IdentityKeys _identities;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _regions = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly byte[] _index = [];

    private SealStore(string folder, ClassKeys classes, WrappingKeys? wrapping, TimeProvider? time, Func<string, LineChain>? chains)
    {
        (_classes, _wrapping, _time) = (classes, wrapping, time ?? TimeProvider.System);
        Directory.CreateDirectory(folder);
        _journal = Journal.Open(Path.Combine(folder, "seals.jsonl"), chains?.Invoke("seals"), Read);
        try
        {
            _identities = new(Path.Combine(folder, "identity-keys.jsonl"), chains?.Invoke("identity-keys"));
            if (wrapping is not null) _index = ClassKey(IndexClass);
        }
        catch
        {
            _identities?.Dispose();
            _journal.Dispose();
            throw;
        }
    }

    private sealed record Entry(string Type, string Identity, SealedRegion? Region, long Offset, int Length);

    /// <summary>Opens a store or makes it, with the keys of all its classes.</summary>
    /// <exception cref="RedactionException">It belongs to another key or project, or was changed (<see cref="ErrorCodes.Integrity"/>).</exception>
    /// <exception cref="IOException">The store cannot be opened, or another process has it open.</exception>
    public static SealStore Open(string folder, RedactionKey key, string project = "", TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(key);
        return Guarded(() => new SealStore(folder, new ClassKeys(), new(key, "seal-wrapping", project), time, file => new(key, project, file)));
    }

    /// <summary>Opens a store for reading, with the keys of some classes.</summary>
    /// <exception cref="RedactionException">The store was changed (<see cref="ErrorCodes.Integrity"/>).</exception>
    public static SealStore Open(string folder, ClassKeys classes)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(classes);
        return Directory.Exists(folder) ? Guarded(() => new SealStore(folder, classes, null, null, null)) : throw new ArgumentException($"There is no store '{folder}'.");
    }

    /// <summary>The keys of the store's classes; owned by the store.</summary>
    public ClassKeys Classes => _classes;

    /// <summary>Number of sealed values and regions.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _entries.Count;
        }
    }

    /// <summary>The keyed blind reference of a value: equal for all writings of it, and of no use without the key.</summary>
    public string IdentityOf(EntityType type, ReadOnlySpan<char> value) => Keyed("identity", type.Name, KeyedDigest.Canonical(value), IdentityBytes);

    /// <summary>The same of pixels or samples: their place stands for them.</summary>
    public string IdentityOf(SealedRegion region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return Keyed("identity", region.Type, region.Place, IdentityBytes);
    }

    /// <inheritdoc/>
    public string TokenFor(EntityType type, ReadOnlySpan<char> value)
    {
        var text = value.ToString();
        var token = Keyed("token", type.Name, text, 0);
        lock (_lock)
        {
            var identity = IdentityOf(type, value);
            // A forgotten value that comes again is replaced like any other and not kept.
            if (_entries.ContainsKey(token) || _identities.IsDestroyed(identity)) return token;
            var plain = Encoding.UTF8.GetBytes(text);
            try
            {
                Add(token, type.Name, identity, null, plain);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(plain);
            }
        }
        return token;
    }

    /// <summary>Seals the original pixels or samples of a region.</summary>
    /// <exception cref="RedactionException">The store cannot be written; or the store was opened with class keys only (<see cref="ErrorCodes.NoKey"/>).</exception>
    public void Keep(SealedRegion region, ReadOnlySpan<byte> original)
    {
        ArgumentNullException.ThrowIfNull(region);
        var token = Keyed("region", region.Type, region.Place, 0);
        lock (_lock)
        {
            var identity = IdentityOf(region);
            if (!_entries.ContainsKey(token) && !_identities.IsDestroyed(identity)) Add(token, region.Type, identity, region, original);
        }
    }

    /// <inheritdoc/>
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
        lock (_lock) return _entries.ContainsKey(token);
    }

    /// <summary>The regions that were sealed of an input, with their original bytes where they can be opened.</summary>
    public IEnumerable<(SealedRegion Region, byte[]? Original)> RegionsOf(string input)
    {
        ImmutableArray<string> tokens;
        lock (_lock) tokens = [.. _regions.GetValueOrDefault(input, [])];
        foreach (var token in tokens) yield return (_entries[token].Region!, Open(token));
    }

    /// <summary>Destroys the keys of identities: what is sealed under them can be read by nobody any more. Returns those that had a key.</summary>
    public ImmutableArray<string> Destroy(IEnumerable<string> identities)
    {
        lock (_lock) return [.. _identities.Destroy(identities, _time.GetUtcNow())];
    }

    /// <summary>How many of the identities still have a key in the file of keys, read again.</summary>
    public int KeysLeft(IEnumerable<string> identities)
    {
        lock (_lock) return _identities.OnDisk(identities.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>All values of a type or identity that can be opened: token and identity.</summary>
    internal ImmutableArray<string> TokensOf(IReadOnlySet<string> identities)
    {
        lock (_lock) return [.. _entries.Where(e => e.Value.Region is null && identities.Contains(e.Value.Identity)).Select(static e => e.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>The originals of texts of the identities, with their types, for an answer to the person concerned.</summary>
    public IEnumerable<(string Type, string Value)> Originals(IEnumerable<string> identities)
    {
        foreach (var token in TokensOf(identities.ToHashSet(StringComparer.Ordinal)))
            if (TryReveal(token, out var value)) yield return (_entries[token].Type, value);
    }

    /// <summary>Closes the files and clears the keys.</summary>
    public void Dispose()
    {
        _journal.Dispose();
        _identities.Dispose();
        _wrapping?.Dispose();
        _classes.Dispose();
        CryptographicOperations.ZeroMemory(_index);
    }

    private byte[]? Open(string token)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(token, out var entry) || _classes.Of(entry.Type) is not { } classKey) return null;
            try
            {
                if (_identities.Get(entry.Identity, classKey) is not { } key) return null;
                using var line = JsonDocument.Parse(_journal.Read(entry.Offset, entry.Length));
                return AesEnvelope.Open(key, line.RootElement.GetProperty("sealed").GetBytesFromBase64(), Bound(token, entry.Type, entry.Identity, entry.Region));
            }
            catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
            {
                throw new RedactionException(ErrorCodes.Integrity, "store", "A sealed value was changed.", e.GetType());
            }
        }
    }

    private void Add(string token, string type, string identity, SealedRegion? region, ReadOnlySpan<byte> content)
    {
        var key = _identities.GetOrAdd(identity, type, ClassKey(type));
        var bytes = AesEnvelope.Seal(key, content, Bound(token, type, identity, region));
        CryptographicOperations.ZeroMemory(key);
        var (offset, length) = _journal.Append(json =>
        {
            json.WriteString("token", token);
            json.WriteString("type", type);
            json.WriteString("identity", identity);
            if (region is not null) SealedRegionJson.Write(json, region);
            json.WriteBase64String("sealed", bytes);
        });
        Remember(token, new(type, identity, region, offset, length));
    }

    private void Read(JsonElement line, long offset, int length)
    {
        if (line.TryGetProperty("class", out var type))
        {
            if (_wrapping is not null) _classes.Add(type.GetString()!, _wrapping.Unwrap(line.GetProperty("wrapped").GetBytesFromBase64()));
            return;
        }
        Remember(line.GetProperty("token").GetString()!, new(
            line.GetProperty("type").GetString()!, line.GetProperty("identity").GetString()!, SealedRegionJson.Read(line), offset, length));
    }

    private void Remember(string token, Entry entry)
    {
        if (entry.Region is { } region && !_entries.ContainsKey(token))
        {
            if (!_regions.TryGetValue(region.Input, out var tokens)) _regions[region.Input] = tokens = [];
            tokens.Add(token);
        }
        _entries[token] = entry;
    }

    private byte[] ClassKey(string type)
    {
        if (_classes.Of(type) is { } known) return known;
        if (_wrapping is null) throw new RedactionException(ErrorCodes.NoKey, "store", "Class keys open values; to seal more the project's key is needed.");
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = _wrapping.Wrap(key);
        _journal.Append(json =>
        {
            json.WriteString("class", type);
            json.WriteBase64String("wrapped", wrapped);
        });
        _classes.Add(type, key);
        return key;
    }

    /// <summary>A digest under the store's index key: hex of some bytes, or the letters of a token.</summary>
    private string Keyed(string domain, string type, string message, int bytes)
    {
        if (_index.Length == 0) throw new RedactionException(ErrorCodes.NoKey, "store", "Looking values up needs the project's key.");
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_index, Encoding.UTF8.GetBytes(System.FormattableString.Invariant($"{domain}/{type.Length}:{type}/{message}")), digest);
        if (bytes > 0) return Convert.ToHexStringLower(digest[..bytes]);
        Span<char> letters = stackalloc char[LetterCode.Length(TokenBytes)];
        LetterCode.Encode(digest[..TokenBytes], letters);
        return letters.ToString();
    }

    private static string Bound(string token, string type, string identity, SealedRegion? region) => $"{token}/{type}/{identity}/{region?.Place}/{region?.Unit}";

    private static SealStore Guarded(Func<SealStore> open)
    {
        try
        {
            return open();
        }
        catch (CryptographicException e)
        {
            throw new RedactionException(ErrorCodes.Integrity, "store", "The store belongs to another key or project, or was changed.", e.GetType());
        }
    }
}
