using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Documents.Tests.Office;

#pragma warning disable CA5350 // the standard's own hash

/// <summary>Encrypts a package with a password as MS-OFFCRYPTO says, and puts it into a compound file.</summary>
internal static class LockedOffice
{
    private const int Spins = 1000;
    private static readonly byte[] s_salt = [.. Enumerable.Range(1, 16).Select(static n => (byte)(n * 7))];

    /// <summary>Agile encryption with AES of 256 bits and SHA-512.</summary>
    public static byte[] Agile(byte[] package, string password)
    {
        var key = SHA256.HashData(s_salt);
        var hash = SHA512.HashData([.. s_salt, .. Encoding.Unicode.GetBytes(password)]);
        for (var i = 0; i < Spins; i++) hash = SHA512.HashData([.. BitConverter.GetBytes(i), .. hash]);
        string Locked(string purpose, byte[] value) =>
            Convert.ToBase64String(Cbc(SHA512.HashData([.. hash, .. Convert.FromHexString(purpose)])[..32], s_salt, value));
        var verifier = Encoding.ASCII.GetBytes("sixteen letters!");
        var info = "<encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\" "
            + "xmlns:p=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\"><keyData " + Attributes + "/><keyEncryptors><keyEncryptor "
            + "uri=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\"><p:encryptedKey spinCount=\"" + Spins + "\" " + Attributes
            + $" encryptedVerifierHashInput=\"{Locked("FEA7D2763B4B9E79", verifier)}\""
            + $" encryptedVerifierHashValue=\"{Locked("D7AA0F6D3061344E", SHA512.HashData(verifier))}\""
            + $" encryptedKeyValue=\"{Locked("146E0BE7ABACD0D6", key)}\"/></keyEncryptor></keyEncryptors></encryption>";
        var content = new List<byte>(BitConverter.GetBytes((long)package.Length));
        for (var (at, number) = (0, 0); at < package.Length; at += 4096, number++)
            content.AddRange(Cbc(key, SHA512.HashData([.. s_salt, .. BitConverter.GetBytes(number)])[..16],
                Whole(package[at..Math.Min(at + 4096, package.Length)])));
        return Compound([4, 0, 4, 0, 0x40, 0, 0, 0, .. Encoding.UTF8.GetBytes(info)], [.. content]);
    }

    /// <summary>Standard encryption with AES of 128 bits.</summary>
    public static byte[] Standard(byte[] package, string password)
    {
        var hash = SHA1.HashData([.. s_salt, .. Encoding.Unicode.GetBytes(password)]);
        for (var i = 0; i < 50_000; i++) hash = SHA1.HashData([.. BitConverter.GetBytes(i), .. hash]);
        hash = SHA1.HashData([.. hash, 0, 0, 0, 0]);
        var mixed = Enumerable.Repeat((byte)0x36, 64).ToArray();
        for (var i = 0; i < hash.Length; i++) mixed[i] ^= hash[i];
        var key = SHA1.HashData(mixed)[..16];
        var verifier = Encoding.ASCII.GetBytes("sixteen letters!");
        byte[] header = [.. Numbers(0x24, 0, 0x660E, 0x8004, 128, 24, 0, 0), .. Encoding.Unicode.GetBytes("provider\0")];
        byte[] info = [4, 0, 2, 0, .. Numbers(0x24), .. Numbers(header.Length), .. header, .. Numbers(16), .. s_salt, .. Ecb(key, verifier),
            .. Numbers(20), .. Ecb(key, Whole(SHA1.HashData(verifier)))];
        return Compound(info, [.. BitConverter.GetBytes((long)package.Length), .. Ecb(key, Whole(package))]);
    }

    /// <summary>A compound file of two streams.</summary>
    public static byte[] Compound(byte[] info, byte[] package)
    {
        const int Sector = 512;
        byte[] Padded(byte[] bytes) => [.. bytes, .. new byte[(Sector - bytes.Length % Sector) % Sector]];
        // The information is below 4,096 bytes and stands in the root's stream, in sectors of 64 bytes; the package is above.
        var (small, large) = (Padded(info), package);
        var (smallSectors, largeSectors) = (small.Length / Sector, (large.Length + Sector - 1) / Sector);
        var tables = 1;
        while ((tables + 2 + smallSectors + largeSectors) * 4 > tables * Sector) tables++;
        var next = new List<uint>(Enumerable.Repeat(0xFFFFFFFDu, tables));
        void Chain(int count)
        {
            for (var i = 1; i <= count; i++) next.Add(i == count ? 0xFFFFFFFE : (uint)next.Count + 1);
        }
        var directory = next.Count;
        Chain(1);
        var smallTable = next.Count;
        Chain(1);
        var smallStart = next.Count;
        Chain(smallSectors);
        var largeStart = next.Count;
        Chain(largeSectors);
        while (next.Count * 4 < tables * Sector) next.Add(0xFFFFFFFF);
        var smallNext = new List<uint>();
        for (var i = 1; i <= (info.Length + 63) / 64; i++) smallNext.Add(i == (info.Length + 63) / 64 ? 0xFFFFFFFE : (uint)i);
        while (smallNext.Count < 128) smallNext.Add(0xFFFFFFFF);
        var header = new byte[Sector];
        Convert.FromHexString("D0CF11E0A1B11AE1").CopyTo(header, 0);
        void Set(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(at), value);
        (header[26], header[28], header[29], header[30], header[32]) = (3, 0xFE, 0xFF, 9, 6);
        Set(44, (uint)tables);
        Set(48, (uint)directory);
        Set(56, 4096);
        Set(60, (uint)smallTable);
        Set(64, 1);
        Set(68, 0xFFFFFFFE);
        for (var i = 0; i < 109; i++) Set(76 + 4 * i, i < tables ? (uint)i : 0xFFFFFFFF);
        byte[] entries = [.. Entry("Root Entry", 5, smallStart, small.Length), .. Entry("EncryptionInfo", 2, 0, info.Length),
            .. Entry("EncryptedPackage", 2, largeStart, large.Length), .. new byte[128]];
        return [.. header, .. Numbers(next), .. entries, .. Numbers(smallNext), .. small, .. Padded(large)];
    }

    private const string Attributes = "saltSize=\"16\" blockSize=\"16\" keyBits=\"256\" hashSize=\"64\" cipherAlgorithm=\"AES\" "
        + "cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"SHA512\" saltValue=\"Bw4VHCMqMTg/Rk1UW2JpcA==\"";

    private static byte[] Entry(string name, byte type, int start, int length)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name, entry);
        (entry[64], entry[66]) = ((byte)(2 * name.Length + 2), type);
        for (var at = 68; at < 80; at += 4) BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(at), 0xFFFFFFFF);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(116), start);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(120), length);
        return entry;
    }

    private static byte[] Numbers(params IEnumerable<int> numbers) => [.. numbers.SelectMany(static n => BitConverter.GetBytes(n))];

    private static byte[] Numbers(IEnumerable<uint> numbers) => [.. numbers.SelectMany(static n => BitConverter.GetBytes(n))];

    private static byte[] Whole(byte[] bytes) => [.. bytes, .. new byte[(16 - bytes.Length % 16) % 16]];

    private static byte[] Cbc(byte[] key, byte[] start, byte[] value)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(value, start, PaddingMode.None);
    }

    private static byte[] Ecb(byte[] key, byte[] value)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptEcb(value, PaddingMode.None);
    }
}
