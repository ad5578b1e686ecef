using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Mx;

/// <summary>Mexican interbank account number (CLABE): bank, branch, account and a check digit with the weights 3, 7, 1 modulo 10 (Banco de
/// México, Circular 14/2017). The bank must be in an allotted range.</summary>
internal static partial class Clabe
{
    private static readonly ContextWords s_context = new(
        "clabe", "clabe interbancaria", "interbancaria", "cuenta", "spei", "transferencia", "depósito", "deposito", "banco", "bank");

    public static ITextDetector Detector { get; } = new PatternDetector("mx.clabe", Pattern())
    {
        Score = 0.4f,
        ContextScore = 0.95f,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[18];
        Digits.Copy(value, digits);
        var bank = CalendarDate.Number(digits[..3]);
        if (!(bank is >= 2 and <= 168 || bank is >= 600 and <= 699 || bank is >= 706 and <= 728 or 901 or 902 or 903)) return false;
        ReadOnlySpan<byte> weights = [3, 7, 1];
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (digits[i] - '0') * weights[i % 3] % 10;
        return (10 - sum % 10) % 10 == digits[17] - '0';
    }

    [GeneratedRegex(@"\b[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{11}[ -]?[0-9]\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
