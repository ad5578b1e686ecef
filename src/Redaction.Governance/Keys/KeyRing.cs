using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>The versions of a project's root key in a file that only its owner can read. New results are made under the active version;
/// older ones read what was made before.</summary>
/// <remarks>Not thread-safe. Changes appear by atomic rename. Destroying a version removes its key from the file: copies of the file made
/// before still hold it.</remarks>
public sealed class KeyRing : IDisposable
{
    private const string Marker = "redactionKeyRing";
    private const string Variable = "env:";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly List<(KeyVersion Version, byte[]? Key)> _keys = [];

    private KeyRing(string path, TimeProvider? time) => (_path, _time) = (path, time ?? TimeProvider.System);

    /// <summary>The versions, oldest first.</summary>
    public ImmutableArray<KeyVersion> Versions => [.. _keys.Select(static k => k.Version)];

    /// <summary>Number of the active version.</summary>
    public int Active => _keys.FindLast(static k => k.Version.State == "active").Version.Number;

    /// <summary>Makes a ring with one random key.</summary>
    /// <exception cref="ArgumentException">The file is there already.</exception>
    public static KeyRing Create(string path, TimeProvider? time = null)
    {
        KeyPlace.CheckFolder(path);
        if (File.Exists(path)) throw new ArgumentException($"The file '{path}' is there already.");
        var ring = new KeyRing(path, time);
        ring.Add();
        return ring;
    }

    /// <summary>Reads a ring.</summary>
    /// <exception cref="ArgumentException">The file can be read by others than its owner, or is no key ring.</exception>
    public static KeyRing Open(string path, TimeProvider? time = null)
    {
        KeyPlace.Check(path);
        var bytes = File.ReadAllBytes(path);
        var ring = new KeyRing(path, time);
        try
        {
            ring.Load(bytes);
            return ring;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new ArgumentException("The file is no key ring. 'redact keys create' makes one.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>The active key of a ring, or the root key that a file holds alone; <c>env:NAME</c> reads the root key from an environment
    /// variable.</summary>
    /// <exception cref="ArgumentException">The file can be read by others than its owner, or holds no key.</exception>
    /// <exception cref="RedactionException">The variable holds no key (<see cref="ErrorCodes.NoKey"/>).</exception>
    public static RedactionKey ReadKey(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.StartsWith(Variable, StringComparison.Ordinal)) return new EnvironmentKeySource(path[Variable.Length..]).Read();
        Span<byte> head = stackalloc byte[64];
        using (var file = File.OpenRead(path)) head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.IndexOf(Encoding.ASCII.GetBytes(Marker)) < 0) return RedactionKey.FromFile(path);
        using var ring = Open(path);
        return ring.Read();
    }

    /// <summary>The active key, with the retired ones that are left for reading; the caller disposes of it.</summary>
    public RedactionKey Read()
    {
        var retired = _keys.Where(static k => k.Version.State == "retired" && k.Key is not null)
            .OrderByDescending(static k => k.Version.Number).Select(static k => new RedactionKey(k.Key));
        return new(_keys.FindLast(static k => k.Version.State == "active").Key) { Retired = [.. retired] };
    }

    /// <summary>The key of a version; the caller disposes of it.</summary>
    /// <exception cref="RedactionException">There is no such version, or it was destroyed (<see cref="ErrorCodes.NoKey"/>).</exception>
    public RedactionKey Key(int version) =>
        _keys.Find(k => k.Version.Number == version).Key is { } key
            ? new(key)
            : throw new RedactionException(ErrorCodes.NoKey, "keys", $"Version {version} is not in the ring, or was destroyed.");

    /// <summary>Makes a new active version; the one before is kept for reading.</summary>
    public KeyVersion Rotate()
    {
        for (var i = 0; i < _keys.Count; i++)
            if (_keys[i].Version.State == "active") _keys[i] = (_keys[i].Version with { State = "retired" }, _keys[i].Key);
        return Add();
    }

    /// <summary>Destroys a retired version: what was encrypted under it cannot be read any more.</summary>
    /// <exception cref="ArgumentException">There is no such version, or it is the active one.</exception>
    public void Destroy(int version)
    {
        var at = _keys.FindIndex(k => k.Version.Number == version);
        if (at < 0 || _keys[at].Version.State == "active")
            throw new ArgumentException($"Version {version} cannot be destroyed: rotate first, then destroy a retired version.");
        if (_keys[at].Key is { } key) CryptographicOperations.ZeroMemory(key);
        _keys[at] = (_keys[at].Version with { State = "destroyed" }, null);
        Save();
    }

    /// <summary>Clears the keys.</summary>
    public void Dispose()
    {
        foreach (var (_, key) in _keys)
            if (key is not null) CryptographicOperations.ZeroMemory(key);
    }

    private KeyVersion Add()
    {
        var version = new KeyVersion(_keys.Count + 1, _time.GetUtcNow(), "active");
        _keys.Add((version, RandomNumberGenerator.GetBytes(RedactionKey.MinimumBytes)));
        Save();
        return version;
    }

    private void Load(byte[] bytes)
    {
        using var parsed = JsonDocument.Parse(bytes);
        if (parsed.RootElement.GetProperty(Marker).GetInt32() != 1) throw new FormatException();
        foreach (var entry in parsed.RootElement.GetProperty("versions").EnumerateArray())
        {
            var (number, created) = (entry.GetProperty("number").GetInt32(), entry.GetProperty("created").GetDateTimeOffset());
            var version = new KeyVersion(number, created, entry.GetProperty("state").GetString()!);
            _keys.Add((version, entry.TryGetProperty("key", out var key) ? key.GetBytesFromBase64() : null));
        }
        if (!_keys.Exists(static k => k.Version.State == "active" && k.Key is { Length: >= RedactionKey.MinimumBytes }))
            throw new FormatException();
        foreach (var (_, key) in _keys)
            if (key is not null && KeyStrength.Fault(key) is { } fault) throw new ArgumentException(fault);
    }

    private void Save()
    {
        var temporary = _path + ".new";
        File.Delete(temporary);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(temporary, options))
        {
            using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true })) Write(json);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, _path, overwrite: true);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber(Marker, 1);
        json.WriteStartArray("versions");
        foreach (var (version, key) in _keys)
        {
            json.WriteStartObject();
            json.WriteNumber("number", version.Number);
            json.WriteString("created", version.Created.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("state", version.State);
            if (key is not null) json.WriteBase64String("key", key);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
