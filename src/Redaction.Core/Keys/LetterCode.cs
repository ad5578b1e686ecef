using System.Buffers.Binary;

namespace Redaction;

/// <summary>Bytes as letters, five bits each, without digits and vowels: no detector and no reader takes the result for a value.</summary>
internal static class LetterCode
{
    public const string Alphabet = "bcdfghjkmnpqrstvwxyzBCDFGHJKMNPQ";

    public static int Length(int bytes) => (bytes * 8 + 4) / 5;

    public static void Encode(ReadOnlySpan<byte> bytes, Span<char> letters)
    {
        var whole = Math.Min(bytes.Length / 5, letters.Length / 8);
        for (var i = 0; i < whole; i++)
        {
            // Five bytes are eight letters.
            ReadOnlySpan<byte> five = bytes.Slice(5 * i, 5);
            var bits = ((ulong)five[0] << 32) | BinaryPrimitives.ReadUInt32BigEndian(five[1..]);
            var eight = letters.Slice(8 * i, 8);
            for (var j = 7; j >= 0; j--, bits >>= 5) eight[j] = Alphabet[(int)(bits & 31)];
        }
        for (var i = 8 * whole; i < letters.Length; i++)
        {
            var bit = i * 5;
            var window = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            letters[i] = Alphabet[(window >> (11 - bit % 8)) & 31];
        }
    }

    /// <exception cref="FormatException">A sign is none of the alphabet's.</exception>
    public static byte[] Decode(ReadOnlySpan<char> letters)
    {
        var bytes = new byte[letters.Length * 5 / 8];
        int window = 0, bits = 0, at = 0;
        foreach (var c in letters)
        {
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0) throw new FormatException("Not a code of these letters.");
            window = (window << 5) | value;
            bits += 5;
            if (bits < 8 || at == bytes.Length) continue;
            bits -= 8;
            bytes[at++] = (byte)(window >> bits);
            window &= (1 << bits) - 1;
        }
        return bytes;
    }
}
