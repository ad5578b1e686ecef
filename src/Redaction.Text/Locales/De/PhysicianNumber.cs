using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.De;

/// <summary>German lifelong physician number: six digits, a check digit with weights 4 and 9 modulo 10, two digits of the specialty (KBV, §
/// 293 SGB V).</summary>
internal static partial class PhysicianNumber
{
    private static readonly ContextWords s_context = new(
        "lanr", "arztnummer", "arzt nr", "arztnr", "lebenslange arztnummer", "physician number");

    public static ITextDetector Detector { get; } = new PatternDetector("de.lanr", Pattern())
    {
        Score = 0.2f,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value) =>
        (WeightedSum.Of(value[..6], [4, 9, 4, 9, 4, 9]) + value[6] - '0') % 10 == 0
        && value[7..] is not "00" && value.ContainsAnyExcept('0');

    [GeneratedRegex(@"\b[0-9]{9}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
