using System.Globalization;

namespace Redaction.Audio;

/// <summary>Writes a word as the tables of spoken forms write it, whatever way it is written in a transcript.</summary>
/// <remarks>Small letters; no vowel signs of Arabic and no nukta of Devanagari, which recognisers set or leave out; one form of letters
/// that
/// are written in several (<c>أ إ آ ا</c>, <c>ё е</c>, <c>ँ ं</c>).</remarks>
internal static class WordFolding
{
    /// <summary>The longest word that a table can hold.</summary>
    public const int Longest = 32;

    /// <summary>Writes the folded word; returns its length, at most that of the word.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var c in word)
            if (c < 0x80) folded[length++] = (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c;
            else if (Letter(c) is not '\0' and var letter) folded[length++] = letter;
        return length;
    }

    /// <summary>The folded word.</summary>
    public static string Fold(string word)
    {
        Span<char> folded = stackalloc char[word.Length];
        return new(folded[..Fold(word, folded)]);
    }

    private static char Letter(char c) => c switch
    {
        '\u2019' => '\'',
        '\u0130' => 'i', // the capital of Turkish i
        'ё' or 'Ё' => 'е',
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        'ـ' or '\u0670' or '\u093C' or '\u00AD' or '\u200C' or '\u200D' => '\0',
        >= '\u064B' and <= '\u065F' => '\0',
        'ँ' => 'ं',
        >= '\u0958' and <= '\u095F' => "कखगजडढफय"[c - '\u0958'],
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)), // wide letters and digits
        _ => CultureInfo.InvariantCulture.TextInfo.ToLower(c),
    };
}
