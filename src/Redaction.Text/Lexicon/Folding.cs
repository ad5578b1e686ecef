namespace Redaction.Text;

/// <summary>Folds characters so that writings of one name compare equal: case and the accents of Latin letters are dropped.</summary>
internal static class Folding
{
    /// <summary>Hash of no characters: the seed of <see cref="HashOf"/>.</summary>
    public const ulong Empty = 14695981039346656037UL;

    private const ulong Prime = 1099511628211UL;
    private const char FirstAccented = '\u00C0';

    // U+00C0 to U+017F without accents.
    private const string Bases =
        "aaaaaaæceeeeiiiidnooooo×ouuuuyþsaaaaaaæceeeeiiiidnooooo÷ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiii"
        + "iiĳĳjjkkkllllllllllnnnnnnŉnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The folded character.</summary>
    public static char Fold(char c)
    {
        if (c < FirstAccented) return char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        return c - FirstAccented < Bases.Length ? Bases[c - FirstAccented] : char.ToLowerInvariant(c);
    }

    /// <summary>FNV-1a over the folded characters, continuing from <paramref name="seed"/>:
    /// the hash of two words in a row is that of their concatenation.</summary>
    public static ulong HashOf(ReadOnlySpan<char> text, ulong seed = Empty)
    {
        foreach (var c in text) seed = Add(seed, c);
        return seed;
    }

    /// <summary>The hash with one more character.</summary>
    public static ulong Add(ulong hash, char c) => (hash ^ Fold(c)) * Prime;

    /// <summary>The folded letter or digit of ASCII; 0 for any other character.</summary>
    public static byte WordCharacter(char c) => c < AsciiWords.Length ? AsciiWords[c] : (byte)0;

    /// <summary>The hash with one more character that is folded already.</summary>
    public static ulong AddFolded(ulong hash, byte folded) => (hash ^ folded) * Prime;

    private static ReadOnlySpan<byte> AsciiWords =>
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 + "0123456789\0\0\0\0\0\0"u8 +
        "\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"u8 + "\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"u8;
}
