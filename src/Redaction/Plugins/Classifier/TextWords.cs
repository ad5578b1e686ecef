using System.Globalization;
using System.Text;

namespace Redaction;

/// <summary>Splits a text as the models of the BERT family do before they cut words: runs of letters and digits, each other mark and each
/// Chinese character by itself.</summary>
internal static class TextWords
{
    /// <summary>Length of the word that a text begins with; 0 where it begins with a blank.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var (rune, length) = At(text[at..]);
            if (rune.Value is ' ' or '\t' or '\n' or '\r' || Rune.IsWhiteSpace(rune)) break;
            if (StandsAlone(rune)) return at > 0 ? at : length;
            at += length;
        }
        return at;
    }

    /// <summary>Length of the blanks that a text begins with.</summary>
    public static int Blanks(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static (Rune Rune, int Length) At(ReadOnlySpan<char> text)
    {
        Rune.DecodeFromUtf16(text, out var rune, out var length); // half a character is read as a mark that stands for any
        return (rune, length);
    }

    private static bool StandsAlone(Rune rune)
    {
        if (rune.IsAscii) return !char.IsAsciiLetterOrDigit((char)rune.Value) && rune.Value > ' ' && rune.Value != 127;
        return Rune.GetUnicodeCategory(rune) is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation
            || IsChinese(rune.Value);
    }

    private static bool IsChinese(int value) =>
        value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x2FA1F);
}
