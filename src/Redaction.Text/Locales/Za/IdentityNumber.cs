using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Za;

/// <summary>South African identity number: date of birth, sex, citizenship 0 to 2, a digit, Luhn (Department of Home Affairs). Date,
/// citizenship and Luhn together let one number in a hundred through.</summary>
internal static partial class IdentityNumber
{
    private static readonly ContextWords s_context = new(
        "id number", "rsa id", "sa id", "identity number", "south african id", "id no", "identity document", "permanent resident", "sars",
        "home affairs");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.65f), Shape(Bare(), 0.4f));

    private static PatternDetector Shape(Regex pattern, float score) => new("za.id", pattern)
    {
        Score = score,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value) =>
        Luhn.IsValid(value)
        && CalendarDate.ExistsInSomeCentury(
            CalendarDate.Number(value[..2]), CalendarDate.Number(value[2..4]), CalendarDate.Number(value[4..6]));

    [GeneratedRegex(@"\b[0-9]{6} [0-9]{4} [012][0-9]{2}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[0-9]{10}[012][0-9]{2}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
