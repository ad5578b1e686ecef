using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Es;

/// <summary>Spanish tax number of a legal person (CIF): a letter of the kind, seven digits, a check digit or letter: Luhn, written as 0 to
/// 9 or J, A to I (Orden EHA/451/2008).</summary>
internal static partial class Cif
{
    private static readonly ContextWords s_context = new(
        "cif", "nif", "código de identificación", "razón social", "empresa", "sociedad", "tax id");

    public static ITextDetector Detector { get; } = new PatternDetector("es.cif", Pattern())
    {
        Score = 0.6f,
        Validate = HasCheck,
        Context = s_context,
    };

    private static bool HasCheck(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[8];
        Digits.Copy(value[..^1], digits);
        digits[7] = '0';
        while (!Luhn.IsValid(digits)) digits[7]++;
        var check = value[^1];
        var isDigit = char.IsAsciiDigit(check);
        if (isDigit ? "NPQRSW".Contains(value[0]) : "ABEH".Contains(value[0])) return false;
        return isDigit ? check == digits[7] : check == "JABCDEFGHI"[digits[7] - '0'];
    }

    [GeneratedRegex(@"\b[ABCDEFGHJNPQRSUVW]-?[0-9]{7}-?[0-9A-J]\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
