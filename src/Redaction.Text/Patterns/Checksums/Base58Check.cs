using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Redaction.Text;

/// <summary>Base58 with version byte and double SHA-256 check, as Bitcoin and its relatives write addresses.</summary>
internal static class Base58Check
{
    /// <summary>The alphabet of Bitcoin.</summary>
    public const string Bitcoin = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>The alphabet of the XRP ledger.</summary>
    public const string Ripple = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

    private const int Length = 25;

    /// <summary>The version byte of an address of one version byte and twenty bytes of hash;
    /// -1 when it is none or its check fails.</summary>
    public static int Version(ReadOnlySpan<char> address, string alphabet)
    {
        ArgumentNullException.ThrowIfNull(alphabet);
        if (address.Length is < 25 or > 36) return -1;
        Span<byte> bytes = stackalloc byte[Length];
        bytes.Clear();
        foreach (var c in address)
        {
            var carry = alphabet.IndexOf(c, StringComparison.Ordinal);
            if (carry < 0) return -1;
            for (var i = Length - 1; i >= 0; i--)
            {
                carry += bytes[i] * 58;
                bytes[i] = (byte)carry;
                carry >>= 8;
            }
            if (carry != 0) return -1;
        }
        return LeadingZeros(bytes) == LeadingOnes(address, alphabet[0]) && HasCheck(bytes) ? bytes[0] : -1;
    }

    private static int LeadingZeros(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept((byte)0) is var i && i < 0 ? bytes.Length : i;

    private static int LeadingOnes(ReadOnlySpan<char> address, char zero) =>
        address.IndexOfAnyExcept(zero) is var i && i < 0 ? address.Length : i;

    private static bool HasCheck(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..21], hash);
        SHA256.HashData(hash, hash);
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) == BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
    }
}
