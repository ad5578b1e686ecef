using System.Buffers;
using System.Text.Unicode;

namespace Redaction;

/// <summary>Tells root keys that somebody could guess: no test of randomness, but what is put in a file by mistake or for
/// convenience.</summary>
internal static class KeyStrength
{
    private const int FewestDistinct = 12; // 32 random bytes have 30, hex 16
    private const int LongestPeriod = 16;
    private const double Enough = 16; // bits
    private const int LeastHex = 64; // letters of 32 bytes
    private const int LeastCode = 43;
    private const string Instead = "'redact keys create FILE' makes a random one.";

    private static readonly SearchValues<byte> s_hex = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>Of a thousand letters of English, how many are a, b, …</summary>
    private static readonly int[] s_letters =
        [82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2, 20, 1];

    /// <summary>How often a small letter, a capital, another sign follows a small letter, a capital, another sign.</summary>
    private static readonly double[] s_next = [.86, .08, .06, .82, .13, .05, .45, .3, .25];

    /// <summary>What speaks against a key, as a sentence; null when nothing does.</summary>
    public static string? Fault(ReadOnlySpan<byte> key)
    {
        if (IsText(key) && !IsCode(key.Trim(" \t\r\n"u8)))
            return "The key is text, such as a pass phrase, which can be guessed: " + Instead;
        if (Distinct(key) < FewestDistinct || Repeats(key) || Counts(key))
            return "The key is not random (it repeats itself, counts up, or has few different bytes): " + Instead;
        return null;
    }

    /// <summary>The same of a key that is written as Base64 or hex.</summary>
    public static string? FaultOfText(ReadOnlySpan<byte> text)
    {
        if (text.Length % 2 == 0 && text.IndexOfAnyExcept(s_hex) < 0)
        {
            var key = new byte[text.Length / 2];
            return Convert.FromHexString(text, key, out _, out _) == OperationStatus.Done ? Fault(key) : null;
        }
        return IsWords(text) ? "The key is made of words, which can be guessed: " + Instead : null;
    }

    private static bool IsText(ReadOnlySpan<byte> key)
    {
        foreach (var b in key)
            if (b < ' ' && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n') || b == 0x7F) return false;
        return Utf8.IsValid(key);
    }

    /// <summary>True for letters and digits without a space that words do not explain, such as hex or another Base64.</summary>
    private static bool IsCode(ReadOnlySpan<byte> text)
    {
        var isHex = text.IndexOfAnyExcept(s_hex) < 0;
        foreach (var b in text)
            if (!char.IsAsciiLetterOrDigit((char)b) && !"-_+/="u8.Contains(b)) return false;
        return text.Length >= (isHex ? LeastHex : LeastCode) && FaultOfText(text) is null;
    }

    private static int Distinct(ReadOnlySpan<byte> key)
    {
        Span<bool> seen = stackalloc bool[256];
        var count = 0;
        foreach (var b in key)
        {
            if (!seen[b]) count++;
            seen[b] = true;
        }
        return count;
    }

    private static bool Repeats(ReadOnlySpan<byte> key)
    {
        for (var period = 1; period <= Math.Min(LongestPeriod, key.Length / 2); period++)
            if (key[period..].SequenceEqual(key[..^period])) return true;
        return false;
    }

    private static bool Counts(ReadOnlySpan<byte> key)
    {
        for (var i = 2; i < key.Length; i++)
            if ((byte)(key[i] - key[i - 1]) != (byte)(key[1] - key[0])) return false;
        return true;
    }

    /// <summary>True when words explain the text much better than chance: by how often letters are and how cases follow each
    /// other.</summary>
    /// <remarks>A ratio of likelihoods: of random texts at most one in 2^16 passes it.</remarks>
    private static bool IsWords(ReadOnlySpan<byte> text)
    {
        var (bits, before) = (0.0, 2);
        var isLoud = text.IndexOfAnyInRange((byte)'a', (byte)'z') < 0; // all in capitals: the same words
        foreach (var b in text)
        {
            var (isSmall, isCapital) = (char.IsAsciiLetterLower((char)b), char.IsAsciiLetterUpper((char)b));
            var kind = isSmall || isLoud && isCapital ? 0 : isCapital ? 1 : 2;
            var share = kind < 2 ? s_letters[(b | 0x20) - 'a'] / 1000.0 : 1 / 12.0;
            bits += Math.Log2(s_next[3 * before + kind] * share) + 6;
            before = kind;
        }
        return bits >= Enough;
    }
}
