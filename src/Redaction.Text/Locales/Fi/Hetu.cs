using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Fi;

/// <summary>Finnish personal identity code (henkilötunnus): date of birth, a sign for the century (+ 1800; - and U to Y 1900; A to F 2000),
/// three digits, a check character from the remainder by 31 (Digital and Population Data Services Agency, decree 128/2010, new signs from
/// 2023).</summary>
internal static partial class Hetu
{
    private static readonly ContextWords s_context = new(
        "hetu", "henkilötunnus", "henkilotunnus", "henkilötunnuksen", "personbeteckning", "sotu", "finnish id", "personal identity",
        "personal id");

    public static ITextDetector Detector { get; } = new PatternDetector("fi.hetu", Pattern())
    {
        Score = 0.9f,
        ContextScore = 0.95f,
        Validate = IsValid,
        Context = s_context,
    };

    /// <summary>True for a text that is such a number and nothing else.</summary>
    internal static bool IsValue(ReadOnlySpan<char> text)
    {
        foreach (var match in Pattern().EnumerateMatches(text))
            return match.Length == text.Length && IsValid(text);
        return false;
    }

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[9];
        Digits.Copy(value[..10], digits);
        var century = char.ToUpperInvariant(value[6]) switch { '+' => 1800, >= 'A' and <= 'F' => 2000, _ => 1900 };
        return digits[6..] is not ("000" or "001")
            && CalendarDate.Exists(
                century + CalendarDate.Number(digits[4..6]), CalendarDate.Number(digits[2..4]), CalendarDate.Number(digits[..2]))
            && "0123456789ABCDEFHJKLMNPRSTUVWXY"[CalendarDate.Number(digits) % 31] == char.ToUpperInvariant(value[10]);
    }

    [GeneratedRegex(@"\b[0-3][0-9][01][0-9]{3}[-+A-FU-Y][0-9]{3}[0-9A-FHJ-NPR-Y]\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Pattern();
}
