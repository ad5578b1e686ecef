using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>The keys of classes of sealed values: one for each entity type. Who has no key of a type can open no value of it.</summary>
/// <remarks>
/// Cleared on dispose. Thread-safe. A file of keys says until when it may be used, and a code under the keys themselves shows when that was
/// changed. This holds off everybody who uses this library; who has copied the keys out of the file keeps them until the values are sealed
/// anew.
/// </remarks>
public sealed class ClassKeys : IDisposable
{
    private const string Marker = "redactionClassKeys";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly SortedDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>The types, sorted.</summary>
    public ImmutableArray<string> Types
    {
        get
        {
            lock (_lock) return [.. _keys.Keys.Where(static t => t[0] != '*')];
        }
    }

    /// <summary>The keys of the types that are among <paramref name="entities"/>, to be given to those who may see them.</summary>
    public ClassKeys Only(IEnumerable<Glob> entities)
    {
        Glob[] wanted = [.. entities];
        var few = new ClassKeys();
        lock (_lock)
        {
            foreach (var (type, key) in _keys)
                if (type[0] != '*' && wanted.Any(e => e.Matches(type))) few.Add(type, [.. key]);
        }
        return few;
    }

    /// <summary>Writes the keys to a new file that only its owner can read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="notAfter">Until when they may be used.</param>
    public void Save(string path, DateTimeOffset notAfter)
    {
        var end = notAfter.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber(Marker, 1);
        json.WriteString("notAfter", end);
        json.WriteBase64String("mac", Code(end));
        json.WriteStartObject("keys");
        foreach (var (type, key) in _keys) json.WriteBase64String(type, key);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Reads keys that <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentException">The file can be read by others than its owner, or holds no class keys.</exception>
    /// <exception cref="RedactionException">The keys may not be used any more (<see cref="ErrorCodes.NotGranted"/>), or the file was
    /// changed (<see cref="ErrorCodes.Integrity"/>).</exception>
    public static ClassKeys Read(string path, TimeProvider? time = null)
    {
        KeyPlace.Check(path);
        var bytes = File.ReadAllBytes(path);
        var keys = new ClassKeys();
        try
        {
            using var parsed = JsonDocument.Parse(bytes);
            if (parsed.RootElement.GetProperty(Marker).GetInt32() != 1) throw new FormatException();
            var root = parsed.RootElement;
            foreach (var entry in root.GetProperty("keys").EnumerateObject()) keys.Add(entry.Name, entry.Value.GetBytesFromBase64());
            var (notAfter, code) = (root.GetProperty("notAfter").GetString()!, root.GetProperty("mac").GetBytesFromBase64());
            keys.Check(notAfter, code, (time ?? TimeProvider.System).GetUtcNow());
            return keys;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            keys.Dispose();
            throw new ArgumentException("The file holds no class keys. 'redact reveal keys' makes one.");
        }
        catch (RedactionException)
        {
            keys.Dispose();
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Clears the keys.</summary>
    public void Dispose()
    {
        foreach (var key in _keys.Values) CryptographicOperations.ZeroMemory(key);
    }

    private void Check(string notAfter, byte[] code, DateTimeOffset now)
    {
        if (!CryptographicOperations.FixedTimeEquals(Code(notAfter), code))
            throw new RedactionException(ErrorCodes.Integrity, "class-keys", "The file is not as it was written.");
        if (now > DateTimeOffset.Parse(notAfter, CultureInfo.InvariantCulture))
            throw new RedactionException(ErrorCodes.NotGranted, "class-keys", "The keys have ended: ask for new ones.");
    }

    /// <summary>A code over types and end under all the keys: whoever changes one of them needs all.</summary>
    private byte[] Code(string notAfter)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, "redaction-class-keys"u8.ToArray());
        foreach (var (type, key) in _keys)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{type.Length}:{type}")));
            hash.AppendData(key);
        }
        hash.AppendData(Encoding.UTF8.GetBytes(notAfter));
        return hash.GetHashAndReset();
    }

    internal byte[]? Of(string type)
    {
        lock (_lock) return _keys.GetValueOrDefault(type);
    }

    internal void Add(string type, byte[] key)
    {
        lock (_lock) _keys.TryAdd(type, key);
    }

    internal void Forget(string type)
    {
        lock (_lock) _keys.Remove(type);
    }
}
