using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Uk;

/// <summary>British sort code: three pairs of digits that name a bank's branch (Pay.UK). Dates have the same shape, so words near by must
/// name it.</summary>
internal static partial class SortCode
{
    private static readonly ContextWords s_context = new(
        "sort code", "sortcode", "sort-code", "s/c", "account number", "acc no", "account no", "bacs", "chaps", "faster payments");
    private static readonly ContextWords s_dates = new("date", "dated", "born", "dob", "due", "expires");

    public static ITextDetector Detector { get; } = new PatternDetector("uk.sort-code", Pattern())
    {
        Score = 0.05f,
        ContextScore = 0.85f,
        Validate = static value => CalendarDate.Number(value[..2]) != 0,
        Context = s_context,
        NegativeContext = s_dates,
    };

    [GeneratedRegex(@"\b[0-9]{2}([- ])[0-9]{2}\1[0-9]{2}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
