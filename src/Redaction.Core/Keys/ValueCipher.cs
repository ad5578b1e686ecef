using System.Security.Cryptography;
using System.Text;

namespace Redaction;

/// <summary>A value encrypted and authenticated (AES-256-GCM), written as its type and letters in brackets:
/// <c>[type:letters]</c>.</summary>
/// <remarks>Each type has its own key, and each value a key and nonce derived from it with HMAC-SHA-512 and 16 bytes that stand before the
/// ciphertext: random ones, or a MAC of the value, so that equal values look equal. The type is authenticated too.</remarks>
internal sealed class ValueCipher
{
    private const int SaltBytes = 16;
    private const int TagBytes = 16;
    private readonly byte[] _key;

    public ValueCipher(RedactionKey key, string project) => _key = key.Derive("encrypt", project);

    /// <summary>The letters that stand for a value.</summary>
    public string Encrypt(string type, ReadOnlySpan<char> value, bool repeatable)
    {
        var plain = Encoding.UTF8.GetBytes(value.ToString());
        var bytes = new byte[SaltBytes + plain.Length + TagBytes];
        try
        {
            var salt = bytes.AsSpan(0, SaltBytes);
            if (repeatable) Salt(plain, type, salt);
            else RandomNumberGenerator.Fill(salt);
            Span<byte> keys = stackalloc byte[HMACSHA512.HashSizeInBytes];
            Keys(type, salt, keys);
            var cipher = bytes.AsSpan(SaltBytes, plain.Length);
            var tag = bytes.AsSpan(SaltBytes + plain.Length);
            using (var gcm = new AesGcm(keys[..32], TagBytes))
                gcm.Encrypt(keys.Slice(32, 12), plain, cipher, tag, Encoding.UTF8.GetBytes(type));
            CryptographicOperations.ZeroMemory(keys);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
        return string.Create(LetterCode.Length(bytes.Length), bytes, static (letters, code) => LetterCode.Encode(code, letters));
    }

    /// <summary>Gives back a value, brackets included in what was written.</summary>
    /// <exception cref="RedactionException">It was written under another key or changed since
    /// (<see cref="ErrorCodes.Malformed"/>).</exception>
    public string Decrypt(ReadOnlySpan<char> written)
    {
        var colon = written.IndexOf(':');
        if (written is not ['[', .., ']'] || colon < 1) throw NotOurs(null);
        try
        {
            var bytes = LetterCode.Decode(written[(colon + 1)..^1]);
            if (bytes.Length < SaltBytes + TagBytes) throw NotOurs(null);
            var type = written[1..colon].ToString();
            Span<byte> keys = stackalloc byte[HMACSHA512.HashSizeInBytes];
            Keys(type, bytes.AsSpan(0, SaltBytes), keys);
            var plain = new byte[bytes.Length - SaltBytes - TagBytes];
            var cipher = bytes.AsSpan(SaltBytes, plain.Length);
            var tag = bytes.AsSpan(bytes.Length - TagBytes);
            using (var gcm = new AesGcm(keys[..32], TagBytes))
                gcm.Decrypt(keys.Slice(32, 12), cipher, tag, plain, Encoding.UTF8.GetBytes(type));
            CryptographicOperations.ZeroMemory(keys);
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

    private void Salt(byte[] plain, string type, Span<byte> salt)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"salt/{type.Length}:{type}"));
        hmac.AppendData(plain);
        hmac.GetHashAndReset(mac);
        mac[..SaltBytes].CopyTo(salt);
    }

    private static RedactionException NotOurs(Type? cause) =>
        new(ErrorCodes.Malformed, "encrypt", "The value was written under another key, or changed since.", cause);
}
