using System.Globalization;
using System.Text;

namespace Redaction.Text;

/// <summary>Tells UTF-16 and UTF-32 without a byte order mark, and EBCDIC, from other bytes.</summary>
internal static class WideText
{
    private const int Bad = 8;

    /// <summary>The encoding; null when the bytes are in none of them.</summary>
    public static Encoding? Guess(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4 || IsNarrow(head)) return null;
        head = head[..(Math.Min(head.Length, 8192) & ~3)];
        Encoding? best = null;
        var most = 0;
        foreach (var encoding in (Encoding[])
            [CodePages.Utf16, CodePages.Utf16BigEndian, CodePages.Utf32, CodePages.Utf32BigEndian])
        {
            var score = Score(encoding, head);
            if (score > most) (best, most) = (encoding, score);
        }
        return best;
    }

    /// <summary>True for text of mainframes: its space is another character, and no line ends in a line feed.</summary>
    public static bool IsEbcdic(ReadOnlySpan<byte> head)
    {
        const byte space = 0x40;
        head = head[..Math.Min(head.Length, 4096)];
        if (head.Length < 4 || head.ContainsAny((byte)' ', (byte)'\n')) return false;
        var letters = 0;
        foreach (var b in head)
            if (b is >= 0x81 and <= 0xA9 or >= 0xC1 and <= 0xE9 or >= 0xF0 and <= 0xF9) letters++;
        return letters > head.Length / 2 && head.Contains(space);
    }

    /// <summary>True when most pairs of bytes are two signs of ASCII: text of one byte each with a few others among them.</summary>
    private static bool IsNarrow(ReadOnlySpan<byte> head)
    {
        var pairs = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
            if (head[i] is >= 0x20 and < 0x7F && head[i + 1] is >= 0x20 and < 0x7F) pairs++;
        return pairs > head.Length / 5;
    }

    /// <summary>ASCII says most: with its bytes the wrong way round it becomes signs of many scripts.</summary>
    private static int Score(Encoding encoding, ReadOnlySpan<byte> head)
    {
        char[] text = new char[encoding.GetMaxCharCount(head.Length)];
        int count;
        try
        {
            var decoder = encoding.GetDecoder(); // what is cut off at the end is no error
            count = decoder.GetChars(head, text, flush: false);
        }
        catch (DecoderFallbackException)
        {
            return 0;
        }
        var score = 0;
        var last = '\0';
        foreach (var c in text.AsSpan(0, count))
        {
            if (c is >= ' ' and <= '~' or '\n' or '\r' or '\t') score += 3;
            else if (c < ' ') return 0;
            else if (char.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) score -= Bad;
            else if (char.IsLetter(c) && c >> 7 == last >> 7) score += 2;
            last = c;
        }
        return score;
    }
}
