using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Redaction.Documents.Dicom;

/// <summary>What takes the place of identifiers and dates: the same for the same value under one key, and nothing else tells it.</summary>
internal sealed class DicomKeys
{
    private const int MostDays = 365;
    private readonly byte[] _key;

    /// <summary>Derives the key of a project. Without a root key the results cannot be repeated by another engine.</summary>
    public DicomKeys(RedactionKey? key, string project) =>
        _key = key?.Derive("dicom", project) ?? RandomNumberGenerator.GetBytes(32);

    /// <summary>Texts that need not be searched again.</summary>
    public CleanTexts Clean { get; } = new();

    /// <summary>A unique identifier derived from a UUID (PS3.5 section B.2).</summary>
    public string Uid(string original)
    {
        Span<byte> digest = stackalloc byte[KeyedDigest.Size];
        KeyedDigest.Compute(_key, [], "uid", original, digest);
        digest[6] = (byte)(0x80 | (digest[6] & 0x0F)); // RFC 9562: version 8, its variant
        digest[8] = (byte)(0x80 | (digest[8] & 0x3F));
        return "2.25." + BinaryPrimitives.ReadUInt128BigEndian(digest).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A code for a patient, of letters.</summary>
    public string Patient(string original)
    {
        Span<byte> digest = stackalloc byte[KeyedDigest.Size];
        KeyedDigest.Compute(_key, [], "patient", original, digest);
        return string.Create(LetterCode.Length(5), digest[..5].ToArray(), static (letters, code) => LetterCode.Encode(code, letters));
    }

    /// <summary>By how many days the dates of a patient are moved; never by none.</summary>
    public int Days(string patient)
    {
        Span<byte> digest = stackalloc byte[KeyedDigest.Size];
        KeyedDigest.Compute(_key, [], "days", patient, digest);
        var days = (int)(BinaryPrimitives.ReadUInt64BigEndian(digest) % (2 * MostDays)) - MostDays;
        return days >= 0 ? days + 1 : days;
    }
}
