using System.Globalization;

namespace Redaction.Text;

/// <summary>Numbers of JSON (RFC 8259 section 6), read as the digits that they stand for.</summary>
internal static class JsonNumber
{
    /// <summary>Room for what <see cref="Plain"/> writes.</summary>
    public const int Longest = 2 * MostDigits + 2;

    private const int MostDigits = 40;

    /// <summary>The number without exponent and without decimals that are nothing but zeros: <c>4.1e15</c> is 4100000000000000.
    /// Written into <paramref name="buffer"/> when that changes anything.</summary>
    public static ReadOnlySpan<char> Plain(ReadOnlySpan<char> number, Span<char> buffer)
    {
        var mark = number.IndexOfAny('e', 'E');
        var dot = number.IndexOf('.');
        if (mark < 0 && (dot < 0 || number[(dot + 1)..].ContainsAnyExcept('0'))) return number;
        var mantissa = mark < 0 ? number : number[..mark];
        var shift = 0;
        if (mark >= 0 && (!int.TryParse(number[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out shift)
            || Math.Abs(shift) > MostDigits)) return number;
        Span<char> digits = stackalloc char[2 * MostDigits];
        int count = 0, whole = -1;
        foreach (var c in mantissa.TrimStart('-'))
        {
            if (c == '.') whole = count;
            else if (count == MostDigits) return number;
            else digits[count++] = c;
        }
        if (whole < 0) whole = count;
        whole += shift;
        if (whole <= 0) return number; // less than one
        while (count < whole) digits[count++] = '0';
        while (count > whole && digits[count - 1] == '0') count--;
        return Write(number[0] == '-', digits[..count], whole, buffer);
    }

    private static ReadOnlySpan<char> Write(bool isNegative, scoped ReadOnlySpan<char> digits, int whole, Span<char> buffer)
    {
        var length = 0;
        if (isNegative) buffer[length++] = '-';
        for (var i = 0; i < digits.Length; i++)
        {
            if (i == whole) buffer[length++] = '.';
            buffer[length++] = digits[i];
        }
        return buffer[..length];
    }

    /// <summary>True when a text is a number as JSON writes it.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var rest = text.StartsWith("-") ? text[1..] : text;
        var whole = Digits(rest);
        if (whole == 0 || (whole > 1 && rest[0] == '0')) return false;
        rest = rest[whole..];
        if (rest.IsEmpty) return true;
        return rest[0] == '.' && Digits(rest[1..]) is > 0 and var decimals && decimals + 1 == rest.Length;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
