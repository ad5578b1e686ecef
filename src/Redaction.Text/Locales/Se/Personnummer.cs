using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Se;

/// <summary>Swedish personal identity number and coordination number (day plus 60): date of birth, three digits and a Luhn digit over the
/// last ten (Folkbokföringslagen 18 §, Skatteverket).</summary>
internal static partial class Personnummer
{
    private static readonly ContextWords s_context = new(
        "personnummer", "personnr", "pnr", "person-nr", "samordningsnummer", "folkbokföring", "swedish id", "personal identity",
        "personal number", "födelsenummer", "personid");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Joined(), 0.75f), Shape(Bare(), 0.4f));

    private static PatternDetector Shape(Regex pattern, float score) => new("se.personnummer", pattern)
    {
        MinDigits = 10,
        Score = score,
        Validate = IsValid,
        Context = s_context,
    };

    /// <summary>True for a text that is such a number and nothing else.</summary>
    internal static bool IsValue(ReadOnlySpan<char> text)
    {
        foreach (var match in (text.Length == 12 ? Bare() : Joined()).EnumerateMatches(text))
            return match.Length == text.Length && IsValid(text);
        return false;
    }

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[12];
        var count = Digits.Copy(value, digits);
        var last = digits[(count - 10)..count];
        var day = CalendarDate.Number(last[4..6]);
        return Luhn.IsValid(last)
            && CalendarDate.ExistsInSomeCentury(CalendarDate.Number(last[..2]), CalendarDate.Number(last[2..4]), day > 60 ? day - 60 : day);
    }

    [GeneratedRegex(@"\b(?:18|19|20)?[0-9]{6}[-+][0-9]{4}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Joined();

    [GeneratedRegex(@"\b(?:18|19|20)?[0-9]{10}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
