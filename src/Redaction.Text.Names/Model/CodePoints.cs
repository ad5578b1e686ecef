using System.Globalization;
using System.Text;

namespace Redaction.Text.Names;

/// <summary>Code points as the model sees them.</summary>
internal static class CodePoints
{
    /// <summary>What a code point does to a token.</summary>
    public enum Role { Space, Word, Format, Other }

    /// <summary>The code point at an index; a lone surrogate is its own.</summary>
    public static int At(ReadOnlySpan<char> text, int index, out int length)
    {
        var c = text[index];
        length = 1;
        if (!char.IsHighSurrogate(c) || index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1])) return c;
        length = 2;
        return char.ConvertToUtf32(c, text[index + 1]);
    }

    public static UnicodeCategory Category(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint);

    public static Role RoleOf(int codePoint)
    {
        if (codePoint < 128)
        {
            if (char.IsAsciiLetterOrDigit((char)codePoint)) return Role.Word;
            return codePoint is <= ' ' or 127 ? Role.Space : Role.Other;
        }
        var category = Category(codePoint);
        if (category <= UnicodeCategory.OtherNumber) return Role.Word; // letters, marks, numbers come first
        if (category <= UnicodeCategory.Control) return Role.Space;    // then separators and controls
        return category == UnicodeCategory.Format ? Role.Format : Role.Other;
    }

    public static bool IsLetter(int codePoint) =>
        codePoint < 128 ? char.IsAsciiLetter((char)codePoint) : Category(codePoint) <= UnicodeCategory.OtherLetter;

    public static bool IsApostrophe(int codePoint) => codePoint is '\'' or '\u2019';

    public static int ToLower(int codePoint)
    {
        if (codePoint < 128) return codePoint is >= 'A' and <= 'Z' ? codePoint | 0x20 : codePoint;
        if (codePoint == 0x130) return 'i';
        return Rune.IsValid(codePoint) ? Rune.ToLowerInvariant(new Rune(codePoint)).Value : codePoint;
    }

    /// <summary>Writes UTF-8; a lone surrogate is a question mark.</summary>
    public static int Encode(int codePoint, Span<byte> utf8)
    {
        if (codePoint < 128)
        {
            utf8[0] = (byte)codePoint;
            return 1;
        }
        return Rune.IsValid(codePoint) ? new Rune(codePoint).EncodeToUtf8(utf8) : Encode('?', utf8);
    }
}
