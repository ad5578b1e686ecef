namespace Redaction.Text;

/// <summary>Check characters of ISO/IEC 7064 with modulus 11: the hybrid system MOD 11,10 and the pure system MOD 11-2.</summary>
public static class Iso7064
{
    /// <summary>True when the digits in <paramref name="value"/>, the check digit last, pass MOD 11,10;
    /// other characters are passed over.</summary>
    public static bool IsMod11And10(ReadOnlySpan<char> value)
    {
        int product = 10, count = 0, last = 0;
        foreach (var c in value)
        {
            if (!char.IsAsciiDigit(c)) continue;
            if (count++ > 0) product = Next(product, last);
            last = c - '0';
        }
        return count > 1 && (product + last) % 10 == 1;
    }

    /// <summary>True when the digits in <paramref name="value"/>, followed by a check digit or X, pass MOD 11-2;
    /// other characters are passed over.</summary>
    public static bool IsMod11Radix2(ReadOnlySpan<char> value)
    {
        int sum = 0, count = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var isX = value[i] is 'X' or 'x' && i == value.Length - 1;
            if (!isX && !char.IsAsciiDigit(value[i])) continue;
            sum = (sum * 2 + (isX ? 10 : value[i] - '0')) % 11;
            count++;
        }
        return count > 1 && sum == 1;
    }

    private static int Next(int product, int digit)
    {
        var sum = (product + digit) % 10;
        return (sum == 0 ? 10 : sum) * 2 % 11;
    }
}
