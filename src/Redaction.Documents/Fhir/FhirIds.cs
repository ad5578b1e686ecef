using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Documents;

/// <summary>New ids for old ones: legal in FHIR, of the same kind (UUID, OID or plain), and the same for the same id in every file where
/// the operator tells values apart; where it does not, numbered within the document.</summary>
/// <remarks>Belongs to one document.</remarks>
internal sealed class FhirIds
{
    private const int Longest = 64;
    private static readonly SearchValues<char> s_legal =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    private static readonly SearchValues<char> s_oid = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> s_signs = SearchValues.Create(":0123456789");

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private string? _document;

    /// <summary>Tells this document from others, so that numbers of two documents cannot be taken for each other.</summary>
    public void Begin(ReadOnlySpan<byte> beginning) =>
        _document ??= Convert.ToHexStringLower(SHA256.HashData(beginning))[..6];

    /// <summary>The new id.</summary>
    /// <param name="id">The old one.</param>
    /// <param name="written">What the operator wrote in its place.</param>
    public string Of(ReadOnlySpan<char> id, ReadOnlySpan<char> written)
    {
        var name = TellsApart(written) ? written.Trim("[]").ToString() : Number(id, written.Trim("[]"));
        if (Guid.TryParseExact(id, "D", out _)) return Uuid(name);
        if (id.Length > 3 && id.Contains('.') && !id.ContainsAnyExcept(s_oid)) return Oid(name);
        var legal = name.Replace(':', '-').Replace('_', '-').Replace(' ', '-');
        return legal.Length is > 0 and <= Longest && !legal.AsSpan().ContainsAnyExcept(s_legal) ? legal
            : Convert.ToHexStringLower(Digest(name));
    }

    /// <summary>Forgets the document.</summary>
    public void Clear() => _numbers.Clear();

    /// <summary>Neither nothing, nor signs alone, nor a type in brackets.</summary>
    private static bool TellsApart(ReadOnlySpan<char> written)
    {
        if (written is ['[', .., ']'] && !written.ContainsAny(s_signs)) return false;
        foreach (var c in written)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    private string Number(ReadOnlySpan<char> id, ReadOnlySpan<char> written)
    {
        var key = id.ToString();
        if (!_numbers.TryGetValue(key, out var number)) _numbers[key] = number = _numbers.Count + 1;
        var label = written.IsEmpty || written.ContainsAnyExcept(s_legal) ? "id" : written;
        return string.Create(CultureInfo.InvariantCulture, $"{label}-{_document}-{number}");
    }

    /// <summary>An OID made of a UUID (ITU-T X.667).</summary>
    private static string Oid(string name) =>
        "2.25." + new BigInteger(Digest(name), isUnsigned: true).ToString(CultureInfo.InvariantCulture);

    private static string Uuid(string name)
    {
        var bytes = Digest(name);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x80); // version 8 (RFC 9562 section 5.8), little endian as Guid has it
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes).ToString("D");
    }

    private static byte[] Digest(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16];
}
