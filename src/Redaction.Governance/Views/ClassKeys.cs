using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>The keys of classes of sealed values: one for each entity type. Who has no key of a type can open no value of it.</summary>
/// <remarks>Cleared on dispose. Not thread-safe while keys are added.</remarks>
public sealed class ClassKeys : IDisposable
{
    private const string Marker = "redactionClassKeys";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly SortedDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <summary>The types, sorted.</summary>
    public ImmutableArray<string> Types => [.. _keys.Keys.Where(static t => t[0] != '*')];

    /// <summary>The keys of the types that are among <paramref name="entities"/>, to be given to those who may see them.</summary>
    public ClassKeys Only(IEnumerable<Glob> entities)
    {
        Glob[] wanted = [.. entities];
        var few = new ClassKeys();
        foreach (var (type, key) in _keys)
            if (type[0] != '*' && wanted.Any(e => e.Matches(type))) few.Add(type, [.. key]);
        return few;
    }

    /// <summary>Writes the keys to a new file that only its owner can read.</summary>
    public void Save(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber(Marker, 1);
        json.WriteStartObject("keys");
        foreach (var (type, key) in _keys) json.WriteBase64String(type, key);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Reads keys that <see cref="Save"/> wrote.</summary>
    /// <exception cref="ArgumentException">The file can be read by others than its owner, or holds no class keys.</exception>
    public static ClassKeys Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly & ~UnixFileMode.UserExecute) != 0)
            throw new ArgumentException("The keys can be read or changed by others. Allow their owner only (chmod 600).", nameof(path));
        var bytes = File.ReadAllBytes(path);
        var keys = new ClassKeys();
        try
        {
            using var parsed = JsonDocument.Parse(bytes);
            if (parsed.RootElement.GetProperty(Marker).GetInt32() != 1) throw new FormatException();
            foreach (var entry in parsed.RootElement.GetProperty("keys").EnumerateObject()) keys.Add(entry.Name, entry.Value.GetBytesFromBase64());
            return keys;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            keys.Dispose();
            throw new ArgumentException("The file holds no class keys. 'redact reveal keys' makes one.", nameof(path));
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

    internal byte[]? Of(string type) => _keys.GetValueOrDefault(type);

    internal void Add(string type, byte[] key) => _keys[type] = key;
}
