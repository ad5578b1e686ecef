using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Text;

/// <summary>Writes the value encrypted and authenticated (AES-256-GCM); <see cref="Decrypt"/> gives it back to whoever has the key.</summary>
/// <remarks>Each type has its own key, and each value a key and nonce derived from it with HMAC-SHA-512 and 16 bytes that stand before the ciphertext: random ones, or with
/// <c>mode: repeatable</c> a MAC of the value, so that equal values look equal and runs can be repeated. The type is authenticated too.</remarks>
public sealed class Encrypt : ITextOperator
{
    private const int SaltBytes = 16;
    private const int TagBytes = 16;
    private readonly byte[] _key;
    private readonly bool _repeatable;

    /// <summary>Makes the operator for one project.</summary>
    public Encrypt(RedactionKey key, string project = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key.Derive("encrypt", project);
    }

    private Encrypt(byte[] key, bool repeatable) => (_key, _repeatable) = (key, repeatable);

    /// <inheritdoc cref="OperatorDescription"/>
    internal static OperatorDescription Described { get; } = new(
        "encrypt", "Replaces the value by its type and its ciphertext (AES-GCM); the key gives it back.",
        [new("mode", "random|repeatable", "random", "Whether equal values give other ciphertexts each time, or the same one.")], static options => IsRepeatable(options));

    /// <inheritdoc/>
    public string Id => Described.Id;

    /// <inheritdoc/>
    public string Description => Described.Description;

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options => Described.Options;

    /// <inheritdoc/>
    public ITextOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return new Encrypt(_key, IsRepeatable(options));
    }

    private static bool IsRepeatable(OperatorOptions options) => options.Choice("mode", "random", "repeatable") == "repeatable";

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var type = item.Finding.Type.Name;
        var plain = Encoding.UTF8.GetBytes(original.ToString());
        var sealedBytes = new byte[SaltBytes + plain.Length + TagBytes];
        try
        {
            Salt(plain, type, sealedBytes.AsSpan(0, SaltBytes));
            Span<byte> keys = stackalloc byte[HMACSHA512.HashSizeInBytes];
            Keys(type, sealedBytes.AsSpan(0, SaltBytes), keys);
            using (var gcm = new AesGcm(keys[..32], TagBytes))
                gcm.Encrypt(keys.Slice(32, 12), plain, sealedBytes.AsSpan(SaltBytes, plain.Length), sealedBytes.AsSpan(SaltBytes + plain.Length), Encoding.UTF8.GetBytes(type));
            CryptographicOperations.ZeroMemory(keys);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
        output.Write("[");
        output.Write(type);
        output.Write(":");
        var letters = LetterCode.Length(sealedBytes.Length);
        LetterCode.Encode(sealedBytes, output.GetSpan(letters)[..letters]);
        output.Advance(letters);
        output.Write("]");
    }

    /// <summary>Gives back a value that the operator wrote, brackets included.</summary>
    /// <exception cref="RedactionException">It was written under another key or changed since (<see cref="ErrorCodes.Malformed"/>).</exception>
    public string Decrypt(ReadOnlySpan<char> written)
    {
        var colon = written.IndexOf(':');
        if (written is not ['[', .., ']'] || colon < 1) throw NotOurs(null);
        try
        {
            var bytes = LetterCode.Decode(written[(colon + 1)..^1]);
            if (bytes.Length < SaltBytes + TagBytes) throw NotOurs(null);
            Span<byte> keys = stackalloc byte[HMACSHA512.HashSizeInBytes];
            Keys(written[1..colon].ToString(), bytes.AsSpan(0, SaltBytes), keys);
            var plain = new byte[bytes.Length - SaltBytes - TagBytes];
            using (var gcm = new AesGcm(keys[..32], TagBytes))
                gcm.Decrypt(keys.Slice(32, 12), bytes.AsSpan(SaltBytes, plain.Length), bytes.AsSpan(bytes.Length - TagBytes), plain, Encoding.UTF8.GetBytes(written[1..colon].ToString()));
            var value = Encoding.UTF8.GetString(plain);
            CryptographicOperations.ZeroMemory(plain);
            return value;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            throw NotOurs(e.GetType());
        }
    }

    /// <summary>Key and nonce of one value, under the key of its class: who has the key of one type can read no other.</summary>
    private void Keys(string type, ReadOnlySpan<byte> salt, Span<byte> keys)
    {
        Span<byte> classKey = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(type), classKey);
        HMACSHA512.HashData(classKey, salt, keys);
        CryptographicOperations.ZeroMemory(classKey);
    }

    private static RedactionException NotOurs(Type? cause) =>
        new(ErrorCodes.Malformed, "encrypt", "The value was written under another key, or changed since.", cause);

    private void Salt(byte[] plain, string type, Span<byte> salt)
    {
        if (!_repeatable)
        {
            RandomNumberGenerator.Fill(salt);
            return;
        }
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"salt/{type.Length}:{type}"));
        hmac.AppendData(plain);
        hmac.GetHashAndReset(mac);
        mac[..SaltBytes].CopyTo(salt);
    }
}
