namespace Redaction.Text;

/// <summary>The sum of digits times weights that most national check digits are a remainder of.</summary>
public static class WeightedSum
{
    /// <summary>Sums the products of the ASCII digits of <paramref name="value"/> with <paramref name="weights"/>, from the left;
    /// other characters are passed over, and so are digits beyond the last weight.</summary>
    public static int Of(ReadOnlySpan<char> value, ReadOnlySpan<byte> weights)
    {
        int sum = 0, next = 0;
        foreach (var c in value)
        {
            if (!char.IsAsciiDigit(c)) continue;
            if (next == weights.Length) break;
            sum += (c - '0') * weights[next++];
        }
        return sum;
    }
}
