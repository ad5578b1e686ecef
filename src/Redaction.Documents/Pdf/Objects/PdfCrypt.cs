using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Redaction.Documents.Pdf;

/// <summary>Opens encrypted files (ISO 32000-2 section 7.6, handler <c>Standard</c>).</summary>
/// <remarks>MD5, RC4 and AES without authentication are what the standard asks for; nothing is encrypted with them here.</remarks>
internal sealed class PdfCrypt
{
    private enum Method { None, Rc4, Aes128, Aes256 }

    private readonly byte[] _key;
    private readonly Method _streams, _strings;
    private readonly bool _hasMetadata;

    private PdfCrypt(byte[] key, Method streams, Method strings, bool hasMetadata) =>
        (_key, _streams, _strings, _hasMetadata) = (key, streams, strings, hasMetadata);

    /// <summary>Opens with the empty password, or else with one of those given, for reading or the owner's.</summary>
    /// <exception cref="RedactionException">Another password is needed, or the encryption is another.</exception>
    public static PdfCrypt Open(PdfFile file, ImmutableArray<string> passwords)
    {
        var encrypt = file.Dictionary(file.Trailer["Encrypt"]) ?? new();
        if (file.Name(encrypt["Filter"]) is not (null or "Standard")) throw Locked("is encrypted by something other than a password");
        var (version, revision) = (file.Number(encrypt["V"], 0), file.Number(encrypt["R"], 0));
        var length = Math.Clamp(file.Number(encrypt["Length"], 40) / 8, 5, 32);
        var (streams, strings) = version switch
        {
            1 or 2 => (Method.Rc4, Method.Rc4),
            4 or 5 => (Filter(file, encrypt, "StmF", ref length), Filter(file, encrypt, "StrF", ref length)),
            _ => throw Locked("is encrypted in a way that no version of the standard names"),
        };
        if (version == 1) length = 5;
        var lockOf = new PdfLock(file, encrypt, revision, length);
        foreach (var password in passwords.Insert(0, ""))
            if (lockOf.KeyOf(password) is { } key) return new(key, streams, strings, lockOf.HasMetadata);
        throw Locked(passwords.IsEmpty ? "is encrypted and needs a password" : "is encrypted, and no given password opens it");
    }

    private static RedactionException Locked(string why) => FilePasswords.Locked("pdf", why);

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
        var key = PdfLock.Md5(input)[..Math.Min(_key.Length + 5, 16)];
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

    /// <summary>Encrypts and decrypts.</summary>
    public static byte[] Rc4(byte[] key, ReadOnlySpan<byte> data)
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
