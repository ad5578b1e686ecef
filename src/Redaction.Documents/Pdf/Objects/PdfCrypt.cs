using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Redaction.Documents.Pdf;

/// <summary>Opens files that are encrypted without a password for reading (ISO 32000-2 section 7.6, handler <c>Standard</c>).</summary>
/// <remarks>MD5, RC4 and AES without authentication are what the standard asks for; nothing is encrypted with them here.</remarks>
internal sealed class PdfCrypt
{
    private enum Method { None, Rc4, Aes128, Aes256 }

    private static readonly byte[] s_padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    private readonly byte[] _key;
    private readonly Method _streams, _strings;
    private readonly bool _hasMetadata;

    private PdfCrypt(byte[] key, Method streams, Method strings, bool hasMetadata) =>
        (_key, _streams, _strings, _hasMetadata) = (key, streams, strings, hasMetadata);

    /// <summary>Opens with the empty password.</summary>
    /// <exception cref="RedactionException">A password is needed, or the encryption is another.</exception>
    public static PdfCrypt Open(PdfFile file)
    {
        var encrypt = file.Dictionary(file.Trailer["Encrypt"]) ?? new();
        if (file.Name(encrypt["Filter"]) is not (null or "Standard")) throw Locked();
        var (version, revision) = (file.Number(encrypt["V"], 0), file.Number(encrypt["R"], 0));
        var hasMetadata = encrypt["EncryptMetadata"] is not PdfWord { Word: "false" };
        var length = Math.Clamp(file.Number(encrypt["Length"], 40) / 8, 5, 32);
        var (streams, strings) = version switch
        {
            1 or 2 => (Method.Rc4, Method.Rc4),
            4 or 5 => (Filter(file, encrypt, "StmF", ref length), Filter(file, encrypt, "StrF", ref length)),
            _ => throw Locked(),
        };
        if (version == 1) length = 5;
        var (owner, user) = (Bytes(file, encrypt["O"]), Bytes(file, encrypt["U"]));
        var key = revision >= 5 ? NewKey(user, Bytes(file, encrypt["UE"]), revision)
            : OldKey(file, encrypt, owner, user, revision, length, hasMetadata);
        return new(key ?? throw Locked(), streams, strings, hasMetadata);
    }

    private static RedactionException Locked() => new(ErrorCodes.Unreadable, "pdf",
        "The file is encrypted and needs a password: write it without one first, for instance with 'qpdf --decrypt --password=…'.");

    private static byte[] Bytes(PdfFile file, PdfObject value) => (file.Resolve(value) as PdfString)?.Bytes ?? [];

    private static Method Filter(PdfFile file, PdfDictionary encrypt, string use, ref int length)
    {
        var name = file.Name(encrypt[use]) ?? "Identity";
        if (name == "Identity" || file.Dictionary(encrypt["CF"]) is not { } filters || file.Dictionary(filters[name]) is not { } filter)
            return Method.None;
        var method = file.Name(filter["CFM"]) switch
        {
            "V2" => Method.Rc4,
            "AESV2" => Method.Aes128,
            "AESV3" => Method.Aes256,
            _ => Method.None,
        };
        if (method is Method.Rc4 or Method.Aes128) length = 16;
        return method;
    }

    private static byte[]? OldKey(
        PdfFile file, PdfDictionary encrypt, byte[] owner, byte[] user, int revision, int length, bool hasMetadata)
    {
        if (owner.Length < 32 || user.Length < 16) return null;
        var permissions = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(permissions, unchecked((int)((file.Resolve(encrypt["P"]) as PdfNumber)?.Integer ?? 0)));
        var id = file.List(file.Trailer["ID"]) is [var first, ..] ? Bytes(file, first) : [];
        byte[] input = [.. s_padding, .. owner.AsSpan(0, 32), .. permissions, .. id];
        if (revision >= 4 && !hasMetadata) input = [.. input, 0xFF, 0xFF, 0xFF, 0xFF];
        var key = Md5(input);
        if (revision >= 3)
            for (var i = 0; i < 50; i++) key = Md5(key.AsSpan(0, length));
        key = key[..Math.Min(length, 16)];
        var check = revision == 2 ? Rc4(key, s_padding) : Rc4(key, Md5([.. s_padding, .. id]));
        if (revision > 2)
            for (var i = 1; i < 20; i++) check = Rc4([.. key.Select(b => (byte)(b ^ i))], check);
        return user.AsSpan().StartsWith(revision == 2 ? check : check.AsSpan(0, 16)) ? key : null;
    }

    private static byte[]? NewKey(byte[] user, byte[] encrypted, int revision)
    {
        if (user.Length < 48 || encrypted.Length < 32) return null;
        if (!Hash(user[32..40], revision).AsSpan().SequenceEqual(user.AsSpan(0, 32))) return null;
        using var aes = Aes.Create();
        aes.Key = Hash(user[40..48], revision);
        return aes.DecryptCbc(encrypted.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    /// <summary>The hash of the empty password (section 7.6.4.3.4).</summary>
    private static byte[] Hash(byte[] salt, int revision)
    {
        var k = SHA256.HashData(salt);
        if (revision < 6) return k;
        for (var round = 0; ; round++)
        {
            var block = new byte[k.Length * 64];
            for (var i = 0; i < 64; i++) k.CopyTo(block, i * k.Length);
            using var aes = Aes.Create();
            aes.Key = k[..16];
            var e = aes.EncryptCbc(block, k.AsSpan(16, 16), PaddingMode.None);
            k = (e.Take(16).Sum(static b => b) % 3) switch { 0 => SHA256.HashData(e), 1 => SHA384.HashData(e), _ => SHA512.HashData(e) };
            if (round >= 63 && e[^1] <= round - 31) return k[..32];
        }
    }

    /// <summary>An object as it was before encryption.</summary>
    public PdfObject Decrypt(PdfFile file, PdfObject value, int number, int generation) => value switch
    {
        PdfString text when _strings != Method.None => new PdfString(Open(text.Bytes, _strings, number, generation), text.IsHex),
        PdfArray array => new PdfArray([.. array.Items.Select(i => Decrypt(file, i, number, generation))]),
        PdfDictionary dictionary => Decrypt(file, dictionary, number, generation),
        PdfStream stream => Decrypt(file, stream, number, generation),
        _ => value,
    };

    private PdfDictionary Decrypt(PdfFile file, PdfDictionary dictionary, int number, int generation)
    {
        var copy = new PdfDictionary();
        foreach (var (key, value) in dictionary.Entries) copy[key] = Decrypt(file, value, number, generation);
        return copy;
    }

    private PdfStream Decrypt(PdfFile file, PdfStream stream, int number, int generation)
    {
        var dictionary = Decrypt(file, stream.Dictionary, number, generation);
        var isPlain = _streams == Method.None || dictionary["Type"] is PdfName { Name: "XRef" }
            || (!_hasMetadata && dictionary["Type"] is PdfName { Name: "Metadata" })
            || PdfFilters.Of(file, dictionary) is [("Crypt", _), ..];
        return new(dictionary, isPlain ? stream.Data : Open(stream.Data.ToArray(), _streams, number, generation));
    }

    private byte[] Open(byte[] data, Method method, int number, int generation)
    {
        if (method == Method.Aes256) return OpenAes(_key, data);
        byte[] input = [.. _key, (byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)generation, (byte)(generation >> 8)];
        if (method == Method.Aes128) input = [.. input, .. "sAlT"u8];
        var key = Md5(input)[..Math.Min(_key.Length + 5, 16)];
        return method == Method.Aes128 ? OpenAes(key, data) : Rc4(key, data);
    }

    private static byte[] OpenAes(byte[] key, byte[] data)
    {
        var length = data.Length / 16 * 16;
        if (length < 32) return [];
        using var aes = Aes.Create();
        aes.Key = key;
        var open = aes.DecryptCbc(data.AsSpan(16, length - 16), data.AsSpan(0, 16), PaddingMode.None);
        return open[^1] is >= 1 and <= 16 ? open[..^open[^1]] : open;
    }

#pragma warning disable CA5351 // the standard's own hash
    private static byte[] Md5(ReadOnlySpan<byte> data) => MD5.HashData(data);
#pragma warning restore CA5351

    private static byte[] Rc4(byte[] key, ReadOnlySpan<byte> data)
    {
        Span<byte> s = stackalloc byte[256];
        for (var i = 0; i < 256; i++) s[i] = (byte)i;
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + s[i] + key[i % key.Length]) & 255;
            (s[i], s[j]) = (s[j], s[i]);
        }
        var output = new byte[data.Length];
        for (int n = 0, i = 0, j = 0; n < data.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + s[i]) & 255;
            (s[i], s[j]) = (s[j], s[i]);
            output[n] = (byte)(data[n] ^ s[(s[i] + s[j]) & 255]);
        }
        return output;
    }
}
