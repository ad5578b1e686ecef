using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Ro;

/// <summary>Romanian personal numeric code (CNP): sex and century, date of birth, county, serial, check digit with weights 2 7 9 1 4 6 3 5
/// 8 2 7 9 modulo 11, 10 counts as 1 (Ordonanța 97/2005).</summary>
internal static partial class Cnp
{
    private static readonly ContextWords s_context = new(
        "cnp", "cod numeric", "cod numeric personal", "personal numeric", "buletin", "carte de identitate");

    public static ITextDetector Detector { get; } = new PatternDetector("ro.cnp", Pattern())
    {
        Score = 0.6f,
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
        var century = value[0] switch { '3' or '4' => 1800, '5' or '6' => 2000, _ => 1900 };
        return WeightedSum.Of(value, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 is var check && (check == 10 ? 1 : check) == value[12] - '0'
            && CalendarDate.Exists(
                century + CalendarDate.Number(value[1..3]), CalendarDate.Number(value[3..5]), CalendarDate.Number(value[5..7]));
    }

    [GeneratedRegex(@"\b[1-9][0-9]{6}(?:0[1-9]|[1-3][0-9]|4[0-8]|5[12]|70)[0-9]{4}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
