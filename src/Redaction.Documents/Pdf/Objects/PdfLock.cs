using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Documents.Pdf;

/// <summary>What a file's encryption dictionary says of its passwords (ISO 32000-2 section 7.6.4): tells which of them opens it.</summary>
/// <remarks>MD5, RC4 and AES without authentication are what the standard asks for; nothing is encrypted for keeping.</remarks>
internal sealed class PdfLock
{
    private const int LongestPassword = 127, OldLength = 32;

    private static readonly byte[] s_padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    private readonly byte[] _owner, _user, _ownerKey, _userKey, _id, _permissions = new byte[4];
    private readonly int _revision, _length;

    /// <param name="file">Resolves what the dictionary refers to.</param>
    /// <param name="encrypt">The dictionary.</param>
    /// <param name="revision">Of the handler: 2 to 6.</param>
    /// <param name="length">Of the key, in bytes.</param>
    public PdfLock(PdfFile file, PdfDictionary encrypt, int revision, int length)
    {
        (_revision, _length) = (revision, length);
        (_owner, _user) = (Bytes(file, encrypt["O"]), Bytes(file, encrypt["U"]));
        (_ownerKey, _userKey) = (Bytes(file, encrypt["OE"]), Bytes(file, encrypt["UE"]));
        _id = file.List(file.Trailer["ID"]) is [var first, ..] ? Bytes(file, first) : [];
        HasMetadata = encrypt["EncryptMetadata"] is not PdfWord { Word: "false" };
        BinaryPrimitives.WriteInt32LittleEndian(_permissions, unchecked((int)((file.Resolve(encrypt["P"]) as PdfNumber)?.Integer ?? 0)));
    }

    /// <summary>True when the metadata is encrypted too.</summary>
    public bool HasMetadata { get; }

    /// <summary>The key of the file; null where the password is neither that for reading nor the owner's.</summary>
    public byte[]? KeyOf(string password)
    {
        if (_revision >= 5) return NewKey(password);
        if (_owner.Length < OldLength || _user.Length < 16) return null;
        var padded = Pad(password);
        return OldKey(padded) ?? OldKey(UserPassword(padded));
    }

    /// <summary>Algorithms 2, 4 and 5: the key of a padded password for reading.</summary>
    private byte[]? OldKey(byte[] padded)
    {
        byte[] input = [.. padded, .. _owner.AsSpan(0, OldLength), .. _permissions, .. _id];
        if (_revision >= 4 && !HasMetadata) input = [.. input, 0xFF, 0xFF, 0xFF, 0xFF];
        var key = Md5(input);
        if (_revision >= 3)
            for (var i = 0; i < 50; i++) key = Md5(key.AsSpan(0, Math.Min(_length, 16)));
        key = key[..Math.Min(_length, 16)];
        if (_revision == 2) return _user.AsSpan().StartsWith(PdfCrypt.Rc4(key, s_padding)) ? key : null;
        var check = PdfCrypt.Rc4(key, Md5([.. s_padding, .. _id]));
        for (var i = 1; i < 20; i++) check = PdfCrypt.Rc4(Mixed(key, i), check);
        return _user.AsSpan().StartsWith(check.AsSpan(0, 16)) ? key : null;
    }

    /// <summary>Algorithm 7: the padded password for reading, as the owner's password tells it.</summary>
    private byte[] UserPassword(byte[] padded)
    {
        var key = Md5(padded);
        if (_revision >= 3)
            for (var i = 0; i < 50; i++) key = Md5(key);
        key = key[..Math.Min(_length, 16)];
        var user = _owner[..OldLength];
        for (var i = _revision == 2 ? 0 : 19; i >= 0; i--) user = PdfCrypt.Rc4(Mixed(key, i), user);
        return user;
    }

    /// <summary>Algorithm 2.A: the key of revisions 5 and 6.</summary>
    private byte[]? NewKey(string password)
    {
        if (_user.Length < 48 || _owner.Length < 48 || _userKey.Length < 32) return null;
        var bytes = Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC));
        if (bytes.Length > LongestPassword) bytes = bytes[..LongestPassword];
        if (Hash(bytes, _user[32..40], []).AsSpan().SequenceEqual(_user.AsSpan(0, 32)))
            return Open(Hash(bytes, _user[40..48], []), _userKey);
        var user = _user[..48];
        return _ownerKey.Length >= 32 && Hash(bytes, _owner[32..40], user).AsSpan().SequenceEqual(_owner.AsSpan(0, 32))
            ? Open(Hash(bytes, _owner[40..48], user), _ownerKey) : null;
    }

    private static byte[] Open(byte[] key, byte[] encrypted)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(encrypted.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    /// <summary>Algorithm 2.B: the hash of a password.</summary>
    private byte[] Hash(byte[] password, byte[] salt, byte[] user)
    {
        var k = SHA256.HashData([.. password, .. salt, .. user]);
        if (_revision < 6) return k;
        for (var round = 0; ; round++)
        {
            byte[] one = [.. password, .. k, .. user];
            var block = new byte[one.Length * 64];
            for (var i = 0; i < 64; i++) one.CopyTo(block, i * one.Length);
            using var aes = Aes.Create();
            aes.Key = k[..16];
            var e = aes.EncryptCbc(block, k.AsSpan(16, 16), PaddingMode.None);
            k = (e.Take(16).Sum(static b => b) % 3) switch { 0 => SHA256.HashData(e), 1 => SHA384.HashData(e), _ => SHA512.HashData(e) };
            if (round >= 63 && e[^1] <= round - 31) return k[..32];
        }
    }

    private static byte[] Pad(string password)
    {
        var bytes = Encoding.Latin1.GetBytes(password);
        return [.. bytes.AsSpan(0, Math.Min(bytes.Length, OldLength)), .. s_padding.AsSpan(0, Math.Max(OldLength - bytes.Length, 0))];
    }

    private static byte[] Mixed(byte[] key, int with) => [.. key.Select(b => (byte)(b ^ with))];

    private static byte[] Bytes(PdfFile file, PdfObject value) => (file.Resolve(value) as PdfString)?.Bytes ?? [];

#pragma warning disable CA5351 // the standard's own hash
    /// <summary>The hash that keys of revisions 2 to 4 are made with.</summary>
    public static byte[] Md5(ReadOnlySpan<byte> data) => MD5.HashData(data);
#pragma warning restore CA5351
}
