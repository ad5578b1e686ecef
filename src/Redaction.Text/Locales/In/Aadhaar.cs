using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.In;

/// <summary>Indian Aadhaar number: twelve digits, the first not 0 or 1, the last a Verhoeff check digit; no number reads the same backwards
/// (UIDAI, A UID Numbering Scheme, 2010).</summary>
internal static partial class Aadhaar
{
    private static readonly ContextWords s_context = new("aadhaar", "aadhar", "adhaar", "adhar", "uidai", "uid", "kyc", "ekyc", "e-kyc");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.7f), Shape(Bare(), 0.4f));

    private static PatternDetector Shape(Regex pattern, float score) => new("in.aadhaar", pattern)
    {
        Score = score,
        Validate = static value => Verhoeff.IsValid(value) && !IsPalindrome(value),
        Context = s_context,
    };

    private static bool IsPalindrome(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[12];
        Digits.Copy(value, digits);
        for (var i = 0; i < 6; i++)
            if (digits[i] != digits[11 - i]) return false;
        return true;
    }

    /// <summary>Not beside a fourth group, which a payment card has.</summary>
    [GeneratedRegex(@"(?<![0-9][- ])\b[2-9][0-9]{3}([- \u00A0])[0-9]{4}\1[0-9]{4}\b(?![- ][0-9])", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[2-9][0-9]{11}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
