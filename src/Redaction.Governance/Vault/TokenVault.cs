using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>Random tokens and, encrypted, the values they stand for, in a file to which lines are added.</summary>
/// <remarks>
/// Thread-safe; one process has a vault open at a time. The vault's own key is wrapped in its first line (AES-KWP, RFC 5649) under the project's key;
/// each value is sealed with AES-GCM, its place, type and token authenticated with it. A token is in the file when it is given out. Nothing is ever
/// written in the clear.
/// </remarks>
public sealed class TokenVault : ITokenStore, ITokenReader, IDisposable
{
    private const int TokenBytes = 10;
    private readonly FileStream _file;
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Line, string Type, byte[] Sealed)> _values = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private byte[] _key = [];
    private byte[] _index = [];
    private int _lines;

    private TokenVault(FileStream file) => _file = file;

    /// <summary>Opens a vault or makes it. A last line that was never finished is cut off: its token was not given out.</summary>
    /// <exception cref="RedactionException">It belongs to another key or project, or was changed (<see cref="ErrorCodes.Integrity"/>).</exception>
    /// <exception cref="IOException">The file cannot be opened, or another process has it open.</exception>
    public static TokenVault Open(string path, RedactionKey key, string project = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(key);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var vault = new TokenVault(new FileStream(path, options));
        try
        {
            vault.Load(key, project);
            return vault;
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            vault.Dispose();
            throw new RedactionException(ErrorCodes.Integrity, "vault", "The vault belongs to another key or project, or was changed.", e.GetType());
        }
        catch
        {
            vault.Dispose();
            throw;
        }
    }

    /// <summary>Number of tokens.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _values.Count;
        }
    }

    /// <inheritdoc/>
    public string TokenFor(EntityType type, ReadOnlySpan<char> value)
    {
        var plain = Encoding.UTF8.GetBytes(value.ToString());
        try
        {
            lock (_lock)
            {
                var blind = Blind(type.Name, plain);
                if (_tokens.TryGetValue(blind, out var known)) return known;
                var token = NewToken();
                var bytes = Seal(plain, type.Name, token, _lines);
                WriteLine(json =>
                {
                    json.WriteString("blind", blind);
                    json.WriteBase64String("sealed", bytes);
                    json.WriteString("token", token);
                    json.WriteString("type", type.Name);
                });
                Remember(blind, token, type.Name, bytes);
                return token;
            }
        }
        catch (IOException e)
        {
            throw new RedactionException(ErrorCodes.Unwritable, "vault", cause: e.GetType());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <inheritdoc/>
    public bool TryReveal(string token, out string value)
    {
        lock (_lock)
        {
            var known = _values.TryGetValue(token, out var entry);
            value = known ? Unseal(entry.Sealed, entry.Type, token, entry.Line) : "";
            return known;
        }
    }

    /// <summary>The value that a token stands for.</summary>
    /// <exception cref="RedactionException">There is no such token (<see cref="ErrorCodes.NoKey"/>).</exception>
    public string Reveal(string token) => TryReveal(token, out var value) ? value : throw new RedactionException(ErrorCodes.NoKey, "vault", "The vault does not know the token.");

    /// <summary>Closes the file and clears the keys.</summary>
    public void Dispose()
    {
        _file.Dispose();
        CryptographicOperations.ZeroMemory(_key);
        CryptographicOperations.ZeroMemory(_index);
    }

    private void Load(RedactionKey root, string project)
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        _file.SetLength(whole);
        _file.Position = whole;
        using var wrapping = new WrappingKeys(root, "vault-wrapping", project);
        if (whole == 0) Begin(wrapping);
        else Read(bytes.AsSpan(0, whole), wrapping);
    }

    private void Begin(WrappingKeys wrapping)
    {
        SetKeys(RandomNumberGenerator.GetBytes(32));
        var wrapped = wrapping.Wrap(_key);
        WriteLine(json =>
        {
            json.WriteNumber("redactionVault", 1);
            json.WriteBase64String("wrappedKey", wrapped);
        });
    }

    private void Read(ReadOnlySpan<byte> text, WrappingKeys wrapping)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            using var parsed = JsonDocument.Parse(text[..end].ToArray());
            var line = parsed.RootElement;
            if (_lines == 0)
            {
                SetKeys(wrapping.Unwrap(line.GetProperty("wrappedKey").GetBytesFromBase64()));
            }
            else
            {
                ReadEntry(line);
            }
            _lines++;
            text = text[(end + 1)..];
        }
    }

    private void ReadEntry(JsonElement line)
    {
        var (token, type) = (line.GetProperty("token").GetString()!, line.GetProperty("type").GetString()!);
        var bytes = line.GetProperty("sealed").GetBytesFromBase64();
        // Unsealing proves that the line is the one written at this place.
        var plain = Encoding.UTF8.GetBytes(Unseal(bytes, type, token, _lines));
        var blind = Blind(type, plain);
        CryptographicOperations.ZeroMemory(plain);
        if (blind != line.GetProperty("blind").GetString()) throw new CryptographicException();
        _tokens[blind] = token;
        _values[token] = (_lines, type, bytes);
    }

    private void SetKeys(byte[] key)
    {
        _key = key;
        _index = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "vault-index"u8.ToArray());
    }

    private void Remember(string blind, string token, string type, byte[] bytes)
    {
        _tokens[blind] = token;
        _values[token] = (_lines - 1, type, bytes);
    }

    private string NewToken()
    {
        Span<char> letters = stackalloc char[LetterCode.Length(TokenBytes)];
        string token;
        do
        {
            LetterCode.Encode(RandomNumberGenerator.GetBytes(TokenBytes), letters);
            token = letters.ToString();
        }
        while (_values.ContainsKey(token));
        return token;
    }

    private string Blind(string type, byte[] plain)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _index);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{type.Length}:{type}"));
        hmac.AppendData(plain);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    private byte[] Seal(byte[] plain, string type, string token, int line) => AesEnvelope.Seal(_key, plain, Bound(type, token, line));

    private string Unseal(byte[] bytes, string type, string token, int line)
    {
        var plain = AesEnvelope.Open(_key, bytes, Bound(type, token, line));
        var value = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return value;
    }

    private static string Bound(string type, string token, int line) => $"{line}/{token}/{type}";

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
        var end = _file.Position;
        try
        {
            _file.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
        }
        catch (IOException)
        {
            _file.SetLength(end); // half a line must not come before the next one
            throw;
        }
        _lines++;
    }
}
