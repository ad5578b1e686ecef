using System.Globalization;

namespace Redaction.Text.Names;

/// <summary>What the characters of a token say (FORMAT.md, 6: bits 24 to 33).</summary>
internal readonly record struct TokenCase(int Letters, int Upper, int Lower, int Digits, bool FirstUpper, bool NonAscii, bool Apostrophe)
{
    public bool AllUpper => Letters >= 2 && Upper == Letters;

    public bool AllLower => Letters > 0 && Lower == Letters;

    public static TokenCase Of(ReadOnlySpan<char> token)
    {
        int letters = 0, upper = 0, lower = 0, digits = 0;
        bool firstUpper = false, nonAscii = false, apostrophe = false;
        for (var i = 0; i < token.Length;)
        {
            var c = CodePoints.At(token, i, out var size);
            i += size;
            var category = CodePoints.Category(c);
            if (category is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark) continue;
            nonAscii |= c > 127;
            if (category <= UnicodeCategory.OtherLetter)
            {
                var isUpper = category is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
                firstUpper |= isUpper && letters == 0 && digits == 0;
                letters++;
                if (isUpper) upper++;
                else if (category == UnicodeCategory.LowercaseLetter) lower++;
            }
            else if (category <= UnicodeCategory.OtherNumber) digits++;
            else apostrophe |= CodePoints.IsApostrophe(c);
        }
        return new(letters, upper, lower, digits, firstUpper, nonAscii, apostrophe);
    }

    /// <summary>Writes the ten bits.</summary>
    public void Write(Span<float> bits)
    {
        bits[0] = Bit(FirstUpper);
        bits[1] = Bit(AllUpper);
        bits[2] = Bit(AllLower);
        bits[3] = Bit(Upper > 0 && Lower > 0 && (Upper > 1 || !FirstUpper));
        bits[4] = Bit(Digits > 0);
        bits[5] = Bit(Digits > 0 && Letters == 0);
        bits[6] = Bit(NonAscii && Letters > 0);
        bits[7] = Bit(Letters == 1 && Digits == 0);
        bits[8] = Bit(Letters == 0 && Digits == 0);
        bits[9] = Bit(Apostrophe);
    }

    private static float Bit(bool value) => value ? 1 : 0;
}
