using System.Globalization;
using System.Text;

namespace Redaction.Governance;

/// <summary>A number as it is looked up: its letters and digits without grouping; of telephone numbers without extension and the zeros in
/// front of a country code.</summary>
internal static class DigitForm
{
    private const int ShortestSubscriber = 6;
    private static readonly string[] s_countryCodes = CountryCodes();

    /// <summary>True for the words before an extension.</summary>
    public static bool IsExtension(ReadOnlySpan<char> word) =>
        word.Trim('.') is "x" or "ext" or "extension" or "extn" or "durchwahl" or "poste" or "int";

    /// <summary>The form of a number.</summary>
    public static string Of(string text)
    {
        if (IsDotted(text)) return text;
        var isAbroad = text.StartsWith('+') || text.StartsWith("00", StringComparison.Ordinal);
        if (isAbroad) text = text.Replace("(0)", "", StringComparison.Ordinal);
        var bare = new StringBuilder(text.Length);
        var (digits, letters) = (0, 0);
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                digits++;
                bare.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            }
            else if (char.IsLetter(c))
            {
                if (letters == 0 && digits >= 7 && c is 'x' or 'e' && IsEndOfNumber(text, c)) break;
                letters++;
                bare.Append(c);
            }
        }
        if (letters == 0 && digits >= 10 && text.StartsWith("00", StringComparison.Ordinal)) bare.Remove(0, 2);
        return bare.ToString();
    }

    /// <summary>All forms that a telephone number may be kept under: with and without the code of a country.</summary>
    public static IEnumerable<string> OfPhone(string text)
    {
        var number = Of(text);
        yield return number;
        if (number.Length is < ShortestSubscriber or > 15 || number.AsSpan().ContainsAnyExceptInRange('0', '9')) yield break;
        var isAbroad = text.StartsWith('+') || text.StartsWith("00", StringComparison.Ordinal);
        if (isAbroad || number.Length > 10)
        {
            var code = s_countryCodes.FirstOrDefault(c => number.StartsWith(c, StringComparison.Ordinal));
            if (code is not null && number.Length - code.Length >= ShortestSubscriber)
            {
                var national = number[code.Length..];
                yield return national;
                yield return "0" + national;
                yield return "8" + national;
                yield return code + "0" + national;
            }
            if (isAbroad) yield break;
        }
        var subscriber = number[0] is '0' ? number[1..] : number;
        yield return subscriber;
        yield return "0" + subscriber;
        foreach (var code in s_countryCodes)
        {
            yield return code + subscriber;
            if (number != subscriber) yield return code + number; // Italy keeps the zero
            else if (number[0] == '8' && number.Length == 11) yield return code + number[1..];
        }
    }

    private static bool IsEndOfNumber(string text, char first)
    {
        var at = text.IndexOf(first, StringComparison.Ordinal);
        var word = text.AsSpan(at);
        var end = word.IndexOfAnyInRange('0', '9');
        return end > 0 && IsExtension(word[..end].TrimEnd(" :")) && word[end..].IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>True for an IPv4 address, whose points say what its digits mean.</summary>
    private static bool IsDotted(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 4 && parts.All(static p => p.Length is 1 or 2 or 3 && p.All(char.IsAsciiDigit));
    }

    /// <summary>The codes of ITU-T E.164: one digit for 1 and 7, else two or three.</summary>
    private static string[] CountryCodes()
    {
        int[] two =
        [
            20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61, 62, 63, 64, 65,
            66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
        ];
        var three = Enumerable.Range(200, 800).Where(n => n / 100 != 7 && !two.Contains(n / 10));
        return [.. two.Concat(three).Concat([1, 7]).Select(static n => n.ToString(CultureInfo.InvariantCulture))];
    }
}
