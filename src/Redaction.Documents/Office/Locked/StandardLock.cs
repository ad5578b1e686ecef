using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Documents.Office;

/// <summary>Standard encryption (MS-OFFCRYPTO section 2.3.4.5): AES in single blocks under a key made by SHA-1, as it asks for.</summary>
internal sealed class StandardLock : ILock
{
    private const int Spins = 50_000, HashLength = 20, Aes128 = 0x660E, Aes256 = 0x6610, Sha1 = 0x8004, FewestBytes = 32;
    private readonly byte[] _salt, _verifier, _hash;
    private readonly int _keyLength;

    private StandardLock(ReadOnlySpan<byte> header, ReadOnlySpan<byte> verifier)
    {
        var algorithm = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        _keyLength = BinaryPrimitives.ReadInt32LittleEndian(header[16..]) / 8;
        var saltLength = BinaryPrimitives.ReadInt32LittleEndian(verifier);
        if (algorithm is < Aes128 or > Aes256 || BinaryPrimitives.ReadInt32LittleEndian(header[12..]) is not (0 or Sha1)
            || _keyLength is not (16 or 24 or 32) || saltLength != 16 || verifier.Length < 72)
            throw new RedactionException(ErrorCodes.UnsupportedFormat, "office", "The document is encrypted by something other than AES.");
        (_salt, _verifier, _hash) = (verifier[4..20].ToArray(), verifier[20..36].ToArray(), verifier[40..72].ToArray());
    }

    /// <summary>Reads what stands behind the version and flags; null where it is too short.</summary>
    public static StandardLock? Read(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 4) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
        return length < FewestBytes || length + 4 > rest.Length - FewestBytes ? null : new(rest.Slice(4, length), rest[(4 + length)..]);
    }

    public byte[]? KeyOf(string password, CancellationToken cancellation)
    {
        byte[] hash = SHA1.HashData([.. _salt, .. Encoding.Unicode.GetBytes(password)]);
        Span<byte> input = stackalloc byte[4 + HashLength];
        for (var i = 0; i < Spins; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(input, i);
            hash.CopyTo(input[4..]);
            SHA1.HashData(input, hash);
        }
        hash = SHA1.HashData([.. hash, 0, 0, 0, 0]);
        var key = (byte[])[.. SHA1.HashData(Mixed(hash, 0x36)), .. SHA1.HashData(Mixed(hash, 0x5C))];
        key = key[.._keyLength];
        var (verifier, expected) = ((byte[])_verifier.Clone(), (byte[])_hash.Clone());
        Decrypt(key, verifier, 0);
        Decrypt(key, expected, 0);
        return CryptographicOperations.FixedTimeEquals(SHA1.HashData(verifier), expected.AsSpan(0, HashLength)) ? key : null;
    }

    public void Decrypt(byte[] key, Span<byte> piece, int number)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.DecryptEcb(piece, piece, PaddingMode.None);
    }

    private static byte[] Mixed(byte[] hash, byte with)
    {
        var mixed = new byte[64];
        mixed.AsSpan().Fill(with);
        for (var i = 0; i < hash.Length; i++) mixed[i] ^= hash[i];
        return mixed;
    }
}
