namespace Redaction.Text;

/// <summary>The Luhn check digit, ISO/IEC 7812-1 annex B.</summary>
public static class Luhn
{
    /// <summary>True when the digits in <paramref name="value"/> pass; other characters are passed over.</summary>
    public static bool IsValid(ReadOnlySpan<char> value)
    {
        int sum = 0, count = 0;
        for (var i = value.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(value[i])) continue;
            var digit = value[i] - '0';
            if ((count++ & 1) == 1 && (digit *= 2) > 9) digit -= 9;
            sum += digit;
        }
        return count > 1 && sum % 10 == 0;
    }
}
