using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.De;

/// <summary>German health insurance number: a letter, eight digits and a check digit, weights 1 and 2 with digit sums, the letter counting
/// as its two-digit place (§ 290 SGB V, GKV-Spitzenverband).</summary>
internal static partial class HealthInsurance
{
    private static readonly ContextWords s_context = new(
        "kvnr", "krankenversichertennummer", "versichertennummer", "krankenversicherung", "krankenkasse", "egk", "egk nummer",
        "gesundheitskarte", "versicherten nr", "versichertennr", "health insurance");

    public static ITextDetector Detector { get; } = new PatternDetector("de.kvnr", Pattern())
    {
        Anchors = AnchorKinds.Word,
        Score = 0.45f,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        var place = (value[0] | 0x20) - 'a' + 1;
        var sum = place / 10 + DigitSum(place % 10 * 2);
        for (var i = 1; i < 9; i++) sum += DigitSum((value[i] - '0') * (i % 2 == 1 ? 1 : 2));
        return sum % 10 == value[9] - '0';
    }

    private static int DigitSum(int product) => product / 10 + product % 10;

    [GeneratedRegex(@"\b[A-Z][0-9]{9}\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Pattern();
}
