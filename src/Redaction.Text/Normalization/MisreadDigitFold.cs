using System.Buffers;

namespace Redaction.Text;

/// <summary>Letters that character recognition puts for digits (<c>l I | O o S B Z</c>) become digits, inside numbers only:
/// <c>833-64-209l</c>.</summary>
internal static class MisreadDigitFold
{
    private const int FewestDigits = 5;
    private const int FewestCharacters = 7;
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");

    public static void Apply(TextView view)
    {
        for (var i = 0; i < view.Length;)
        {
            var step = view.Text[i..].IndexOfAny(s_digits);
            if (step < 0) return;
            var number = NumberAround(view.Text, i + step);
            if (IsMisread(view.Text[number.Start..number.End]))
                for (var k = number.Start; k < number.End; k++) view.Set(k, Digit(view.Text[k]));
            i = Math.Max(number.End, i + step + 1);
        }
    }

    /// <summary>True when a letter like a digit stands directly beside the digits that begin at <paramref name="digit"/>,
    /// in a number that it may belong to.</summary>
    public static bool IsSuspect(ReadOnlySpan<char> text, int digit, int end)
    {
        var beside = (digit > 0 && Digit(text[digit - 1]) != text[digit - 1]) || (end < text.Length && Digit(text[end]) != text[end]);
        if (!beside) return false;
        var number = NumberAround(text, digit);
        return IsMisread(text[number.Start..number.End]);
    }

    private static TextSpan NumberAround(ReadOnlySpan<char> text, int digit)
    {
        const int Longest = 40;
        int start = digit, end = digit + 1;
        while (start > 0 && digit - start < Longest && IsPart(text, start - 1)) start--;
        while (end < text.Length && end - digit < Longest && IsPart(text, end)) end++;
        while (start < digit && IsSeparator(text[start])) start++;
        while (end > digit + 1 && IsSeparator(text[end - 1])) end--;
        // one of a table of hexadecimal numbers
        if (IsHexadecimal(text, start - 1, -1) || IsHexadecimal(text, end, 1)) return new(digit, 0);
        // part of a longer word
        if ((start > 0 && char.IsLetterOrDigit(text[start - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end])))
            return new(digit, 0);
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>True when, behind a space, the next word is hexadecimal with a letter and a digit.</summary>
    private static bool IsHexadecimal(ReadOnlySpan<char> text, int at, int direction)
    {
        if ((uint)at >= (uint)text.Length || text[at] != ' ') return false;
        bool hasLetter = false, hasDigit = false;
        var i = at + direction;
        for (; (uint)i < (uint)text.Length && char.IsLetterOrDigit(text[i]); i += direction)
        {
            if (!char.IsAsciiHexDigitUpper(text[i])) return false;
            hasDigit |= char.IsAsciiDigit(text[i]);
            hasLetter |= !char.IsAsciiDigit(text[i]);
        }
        return hasLetter && hasDigit;
    }

    /// <summary>Digits, letters like digits, and a single separator between two words of these.</summary>
    private static bool IsPart(ReadOnlySpan<char> text, int i)
    {
        if (IsDigitLike(text[i])) return true;
        return IsSeparator(text[i]) && i > 0 && i + 1 < text.Length && IsDigitWord(text, i - 1, -1) && IsDigitWord(text, i + 1, 1);
    }

    private static bool IsDigitWord(ReadOnlySpan<char> text, int i, int direction)
    {
        const int Longest = 20;
        var hasDigit = false;
        for (var k = 0; k < Longest && (uint)i < (uint)text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '|'); k++,
            i += direction)
        {
            if (!IsDigitLike(text[i])) return false;
            hasDigit |= char.IsAsciiDigit(text[i]);
        }
        return hasDigit;
    }

    private static bool IsMisread(ReadOnlySpan<char> number)
    {
        int digits = 0, letters = 0;
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (Digit(c) != c) letters++;
        }
        if (letters == 1 && number[0] is 'S' or 'B' or 'Z') return false; // the letter of a series, as in S24-37212
        return letters > 0 && digits >= FewestDigits && digits + letters >= FewestCharacters && letters * 3 <= digits;
    }

    private static bool IsDigitLike(char c) => char.IsAsciiDigit(c) || Digit(c) != c;

    private static bool IsSeparator(char c) => c is '-' or ' ' or '.' or '/';

    private static char Digit(char c) => c switch
    {
        'l' or 'I' or '|' => '1',
        'O' or 'o' => '0',
        'S' => '5',
        'B' => '8',
        'Z' => '2',
        _ => c,
    };
}
