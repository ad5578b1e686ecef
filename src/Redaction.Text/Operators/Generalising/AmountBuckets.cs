using System.Globalization;
using System.Text;

namespace Redaction.Text;

/// <summary>Amounts of money as ranges whose ends are 1, 2 or 5 with zeros.</summary>
internal static class AmountBuckets
{
    private const double Largest = 1e15;

    /// <summary>The range with the currency as it was written; null when the value is no amount.</summary>
    public static string? Of(ReadOnlySpan<char> value)
    {
        var first = value.IndexOfAnyInRange('0', '9');
        var last = value.LastIndexOfAnyInRange('0', '9');
        if (first < 0 || !TryRead(value[first..(last + 1)], out var amount) || amount > Largest) return null;
        var before = value[..first].Trim();
        var after = value[(last + 1)..].Trim();
        if (before.Length + after.Length > 4 || before.Contains('-')) return null;
        var (low, high) = Bucket(amount);
        var range = string.Create(CultureInfo.InvariantCulture, $"{low:0}-{high:0}");
        return before.IsEmpty ? after.IsEmpty ? range : $"{range} {after}" : $"{before}{range}";
    }

    private static (double Low, double High) Bucket(double amount)
    {
        if (amount < 1) return (0, 1);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(amount) + 1e-12));
        var head = amount / unit;
        return head < 2 ? (unit, 2 * unit) : head < 5 ? (2 * unit, 5 * unit) : (5 * unit, 10 * unit);
    }

    /// <summary>Reads both 1,234.56 and 1.234,56: the last of point and comma is the decimal sign unless three digits follow it.</summary>
    private static bool TryRead(ReadOnlySpan<char> text, out double amount)
    {
        var mark = text.LastIndexOfAny('.', ',');
        var isDecimal = mark >= 0 && text.Length - mark - 1 is 1 or 2;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i])) plain.Append(text[i]);
            else if (i == mark && isDecimal) plain.Append('.');
            else if (text[i] is not ('.' or ',' or ' ' or '\'' or '\u00A0')) { amount = 0; return false; }
        }
        return double.TryParse(plain.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
    }
}
