using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Uk;

/// <summary>United Kingdom national insurance number: two prefix letters, six digits, suffix A to D. D, F, I, Q, U and V are in no prefix,
/// O is never second, and BG, GB, KN, NK, NT, TN and ZZ are not allocated (HMRC NIM39110).</summary>
internal static partial class Nino
{
    private static readonly ContextWords s_context = new(
        "nino", "nino's", "ni", "ni number", "nin", "national insurance", "national-insurance", "hmrc", "dwp", "payslip", "payroll");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Complete(), 0.8f), Shape(WithoutSuffix(), 0.3f));

    private static PatternDetector Shape(Regex pattern, float score) => new("uk.nino", pattern)
    {
        Score = score,
        Validate = HasAllocatedPrefix,
        Context = s_context,
    };

    private static bool HasAllocatedPrefix(ReadOnlySpan<char> value)
    {
        Span<char> prefix = [char.ToUpperInvariant(value[0]), char.ToUpperInvariant(value[1])];
        return prefix is not ("BG" or "GB" or "KN" or "NK" or "NT" or "TN" or "ZZ");
    }

    [GeneratedRegex(
        @"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?[0-9]{2}([ -]?)[0-9]{2}\1[0-9]{2}[ -]?[A-D]\b",
        Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Complete();

    [GeneratedRegex(
        @"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?[0-9]{2}([ -]?)[0-9]{2}\1[0-9]{2}\b(?![ -]?[A-Da-d]\b)",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex WithoutSuffix();
}
