using System.Buffers;
using System.Globalization;

namespace Redaction.Text;

/// <summary>Characters that stand for another one: invisible, full-width, mathematical, enclosed, foreign digits,
/// unusual hyphens, dots and spaces.</summary>
internal static class CharacterFold
{
    private const char MathematicalHigh = '\uD835';

    // Zero-width, soft hyphen, joiners, directional controls, variation selectors, byte order mark.
    private const string InvisibleCharacters =
        "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E" +
        "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206A\u206B\u206C\u206D\u206E\u206F\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05"
        + "\uFE06\uFE07" +
        "\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F\uFEFF\uFFF9\uFFFA\uFFFB";

    private static readonly SearchValues<char> s_invisible = SearchValues.Create(InvisibleCharacters);

    /// <summary>All characters that make a text worth folding. Typographic hyphens and spaces are not among them:
    /// detectors know these.</summary>
    public static string Suspects { get; } = InvisibleCharacters + MathematicalHigh
        + string.Concat(All().Where(static c => c >= '\u0080' && !IsTypographic(c) && Fold(c) != c));

    /// <summary>True for characters that are not seen.</summary>
    public static bool IsInvisible(char c) => c >= '\u00AD' && s_invisible.Contains(c);

    /// <summary>The character that <paramref name="c"/> stands for; itself when it stands for no other.</summary>
    public static char Fold(char c) => c switch
    {
        < '\u00A0' => c,
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        >= '\u2460' and <= '\u2468' => (char)('1' + (c - '\u2460')),
        '\u24EA' or '\u2070' or '\u2080' => '0',
        '\u00B9' => '1',
        '\u00B2' => '2',
        '\u00B3' => '3',
        >= '\u2074' and <= '\u2079' => (char)('4' + (c - '\u2074')),
        >= '\u2081' and <= '\u2089' => (char)('1' + (c - '\u2081')),
        >= '\u24B6' and <= '\u24CF' => (char)('A' + (c - '\u24B6')),
        >= '\u24D0' and <= '\u24E9' => (char)('a' + (c - '\u24D0')),
        '\u3002' or '\u2024' or '\uFE52' or '\uFF61' => '.',
        '\uFE6B' => '@',
        >= '\u2010' and <= '\u2015' or '\u2212' or '\u2043' or '\uFE58' or '\uFE63' => '-',
        '\u00A0' or >= '\u2000' and <= '\u200A' or '\u202F' or '\u205F' or '\u3000' => ' ',
        _ when char.IsDigit(c) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
        _ => c,
    };

    /// <summary>The letter or digit that a mathematical character (U+1D400 to U+1D7FF) stands for.</summary>
    public static bool TryFoldMathematical(char high, char low, out char folded)
    {
        folded = default;
        if (high != MathematicalHigh || !char.IsLowSurrogate(low)) return false;
        var code = char.ConvertToUtf32(high, low);
        if (code is >= 0x1D400 and <= 0x1D6A3)
        {
            var letter = (code - 0x1D400) % 52;
            folded = (char)(letter < 26 ? 'A' + letter : 'a' + letter - 26);
            return true;
        }
        if (code is < 0x1D7CE or > 0x1D7FF) return false;
        folded = (char)('0' + (code - 0x1D7CE) % 10);
        return true;
    }

    private static bool IsTypographic(char c) =>
        c is >= '\u2010' and <= '\u2015' or '\u2212' or '\u00B2' or '\u00B3' or '\u00B9' || Fold(c) == ' ';

    private static IEnumerable<char> All()
    {
        for (var c = 0; c <= char.MaxValue; c++) yield return (char)c;
    }
}
