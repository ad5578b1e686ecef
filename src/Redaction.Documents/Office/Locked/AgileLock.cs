using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Redaction.Documents.Office;

/// <summary>Agile encryption (MS-OFFCRYPTO section 2.3.4.10): AES in chained blocks, with the hash that the document names.</summary>
internal sealed class AgileLock : ILock
{
    private const int MostSpins = 1_000_000, Padding = 0x36;
    private static readonly byte[] s_input = Convert.FromHexString("FEA7D2763B4B9E79"), s_value = Convert.FromHexString("D7AA0F6D3061344E"),
        s_key = Convert.FromHexString("146E0BE7ABACD0D6");
    private readonly Part _data, _password;
    private readonly int _spins;
    private readonly byte[] _verifier, _hash, _key;

    private AgileLock(XElement data, XElement password)
    {
        (_data, _password) = (Part.Of(data), Part.Of(password));
        _spins = Number(password, "spinCount", MostSpins);
        (_verifier, _hash) = (Bytes(password, "encryptedVerifierHashInput"), Bytes(password, "encryptedVerifierHashValue"));
        _key = Bytes(password, "encryptedKeyValue");
        if (_key.Length < _data.KeyLength) throw new FormatException();
    }

    /// <summary>Reads what stands behind the version and flags; null where it is no such document.</summary>
    public static AgileLock? Read(ReadOnlySpan<byte> rest)
    {
        try
        {
            using var xml = XmlReader.Create(
                new StringReader(Encoding.UTF8.GetString(rest)), new() { DtdProcessing = DtdProcessing.Prohibit });
            var root = XElement.Load(xml);
            var data = root.Elements().FirstOrDefault(static e => e.Name.LocalName == "keyData");
            var password = root.Descendants().FirstOrDefault(
                static e => e.Name.LocalName == "encryptedKey" && e.Attribute("spinCount") is not null);
            return data is null || password is null ? null : new(data, password);
        }
        catch (Exception e) when (e is XmlException or FormatException or OverflowException)
        {
            return null;
        }
    }

    public byte[]? KeyOf(string password, CancellationToken cancellation)
    {
        byte[] hash = Hash(_password, [.. _password.Salt, .. Encoding.Unicode.GetBytes(password)]);
        var input = new byte[4 + hash.Length];
        for (var i = 0; i < _spins; i++)
        {
            if (i % 1024 == 0) cancellation.ThrowIfCancellationRequested();
            BinaryPrimitives.WriteInt32LittleEndian(input, i);
            hash.CopyTo(input, 4);
            hash = Hash(_password, input);
        }
        var verifier = Opened(hash, s_input, _verifier);
        var expected = Opened(hash, s_value, _hash);
        var actual = Hash(_password, verifier);
        return CryptographicOperations.FixedTimeEquals(actual, expected.AsSpan(0, Math.Min(actual.Length, expected.Length)))
            ? Opened(hash, s_key, _key)[.._data.KeyLength] : null;
    }

    public void Decrypt(byte[] key, Span<byte> piece, int number)
    {
        Span<byte> count = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(count, number);
        using var aes = Aes.Create();
        aes.Key = key;
        aes.DecryptCbc(piece, Fitted(Hash(_data, [.. _data.Salt, .. count]), _data.Block), piece, PaddingMode.None);
    }

    private byte[] Opened(byte[] hash, byte[] purpose, byte[] value)
    {
        using var aes = Aes.Create();
        aes.Key = Fitted(Hash(_password, [.. hash, .. purpose]), _password.KeyLength);
        return aes.DecryptCbc(value, Fitted(_password.Salt, _password.Block), PaddingMode.None);
    }

    private static byte[] Hash(Part part, byte[] input) => CryptographicOperations.HashData(part.Algorithm, input);

    private static byte[] Fitted(byte[] bytes, int length)
    {
        var fitted = new byte[length];
        fitted.AsSpan().Fill(Padding);
        bytes.AsSpan(0, Math.Min(length, bytes.Length)).CopyTo(fitted);
        return fitted;
    }

    private static int Number(XElement element, string name, int most)
    {
        var number = int.Parse(element.Attribute(name)?.Value ?? "", NumberStyles.None, CultureInfo.InvariantCulture);
        return number <= most ? number : throw new OverflowException();
    }

    private static byte[] Bytes(XElement element, string name)
    {
        var bytes = Convert.FromBase64String(element.Attribute(name)?.Value ?? "");
        return bytes.Length is > 0 and <= 256 && bytes.Length % 16 == 0 ? bytes : throw new FormatException();
    }

    /// <summary>How something is hashed and encrypted.</summary>
    private readonly record struct Part(byte[] Salt, int Block, int KeyLength, HashAlgorithmName Algorithm)
    {
        public static Part Of(XElement element)
        {
            var algorithm = element.Attribute("hashAlgorithm")?.Value switch
            {
                "SHA1" or "SHA-1" => HashAlgorithmName.SHA1,
                "SHA256" or "SHA-256" => HashAlgorithmName.SHA256,
                "SHA384" or "SHA-384" => HashAlgorithmName.SHA384,
                "SHA512" or "SHA-512" => HashAlgorithmName.SHA512,
                _ => throw new FormatException(),
            };
            var isAes = element.Attribute("cipherAlgorithm")?.Value == "AES"
                && element.Attribute("cipherChaining")?.Value == "ChainingModeCBC";
            var (block, bits) = (Number(element, "blockSize", 16), Number(element, "keyBits", 256));
            return isAes && block == 16 && bits is 128 or 192 or 256
                ? new(Convert.FromBase64String(element.Attribute("saltValue")?.Value ?? ""), block, bits / 8, algorithm)
                : throw new FormatException();
        }
    }
}
