using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Redaction;

/// <summary>HMAC-SHA-256 (RFC 2104) over a domain and a canonical value: NFKC, case folded, letters and digits only, besides <c>@</c> and
/// the point.</summary>
/// <remarks>The domain comes with its length in front, so that no two pairs of domain and value give the same message.</remarks>
internal static class KeyedDigest
{
    public const int Size = HMACSHA256.HashSizeInBytes;

    /// <summary>How an ASCII character is written in the canonical form; 0 where it is left out. A look-up costs less than asking what it
    /// is (<c>GovernanceBench.Pseudonym</c>).</summary>
    private static readonly byte[] s_written = Written();

    public static void Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> salt, string domain, ReadOnlySpan<char> value, Span<byte> digest)
    {
        var most = 4 + salt.Length + domain.Length * 3 + value.Length * 3;
        byte[]? rented = null;
        var message = most <= 512 ? stackalloc byte[512] : rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            message[0] = (byte)salt.Length;
            salt.CopyTo(message[1..]);
            var length = 1 + salt.Length;
            var named = Encoding.UTF8.GetBytes(domain, message[(length + 2)..]);
            (message[length], message[length + 1]) = ((byte)(named >> 8), (byte)named);
            length += 2 + named;
            length += CanonicalAscii(value, message[length..]) is var written and >= 0
                ? written
                : CanonicalWide(value, ref message, ref rented, length);
            HMACSHA256.HashData(key, message[..length], digest);
        }
        finally
        {
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented, clearArray: true);
            else CryptographicOperations.ZeroMemory(message);
        }
    }

    /// <summary>The canonical form of a value as text.</summary>
    public static string Canonical(ReadOnlySpan<char> value)
    {
        var canonical = new StringBuilder(value.Length);
        // A lone surrogate cannot be normalised; it is replaced, which no two valid values share.
        var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value.ToString()));
        foreach (var c in valid.Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '@' or '.') canonical.Append(char.ToLowerInvariant(c));
        return canonical.ToString();
    }

    /// <summary>The canonical form of an ASCII value without an allocation; -1 for another value.</summary>
    public static int CanonicalAscii(ReadOnlySpan<char> value, Span<byte> target)
    {
        var length = 0;
        var written = s_written.AsSpan();
        foreach (var c in value)
        {
            if (c >= written.Length) return -1;
            if (written[c] is not 0 and var kept) target[length++] = kept;
        }
        return length;
    }

    private static byte[] Written()
    {
        var written = new byte[128];
        for (var c = '\0'; c < written.Length; c++)
            if (char.IsAsciiLetterOrDigit(c) || c is '@' or '.') written[c] = (byte)char.ToLowerInvariant(c);
        return written;
    }

    private static int CanonicalWide(ReadOnlySpan<char> value, ref Span<byte> message, ref byte[]? rented, int length)
    {
        var canonical = Canonical(value);
        var needed = length + Encoding.UTF8.GetByteCount(canonical);
        if (needed > message.Length) // some signs grow when they are normalised
        {
            var larger = ArrayPool<byte>.Shared.Rent(needed);
            message[..length].CopyTo(larger);
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented, clearArray: true);
            message = rented = larger;
        }
        return Encoding.UTF8.GetBytes(canonical, message[length..]);
    }
}
