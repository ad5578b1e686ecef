namespace Redaction.Text;

/// <summary>Picks the digits out of a formatted number.</summary>
internal static class Digits
{
    /// <summary>Number of ASCII digits in a value.</summary>
    public static int Count(ReadOnlySpan<char> value)
    {
        var count = 0;
        foreach (var c in value)
            if (char.IsAsciiDigit(c)) count++;
        return count;
    }

    /// <summary>Copies the ASCII digits of a value to the front of <paramref name="digits"/> and returns how many were copied;
    /// digits that do not fit are left out.</summary>
    public static int Copy(ReadOnlySpan<char> value, Span<char> digits)
    {
        var count = 0;
        foreach (var c in value)
        {
            if (!char.IsAsciiDigit(c)) continue;
            if (count == digits.Length) break;
            digits[count++] = c;
        }
        return count;
    }
}
