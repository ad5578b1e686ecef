using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Br;

/// <summary>Brazilian taxpayer number of a person (CPF): nine digits and two modulus 11 check digits, where 10 counts as 0; numbers of one
/// repeated digit are not issued (Receita Federal).</summary>
internal static partial class Cpf
{
    private static readonly ContextWords s_context = new(
        "cpf", "cpfs", "cadastro de pessoa", "cadastro de pessoas", "contribuinte", "receita federal", "titular", "portador");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.85f), Shape(Bare(), 0.45f));

    private static PatternDetector Shape(Regex pattern, float score) => new("br.cpf", pattern)
    {
        Score = score,
        Validate = HasCheckDigits,
        Context = s_context,
    };

    private static bool HasCheckDigits(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[11];
        Digits.Copy(value, digits);
        return digits.ContainsAnyExcept(digits[0])
            && WeightedSum.Of(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10 == digits[9] - '0'
            && WeightedSum.Of(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10 == digits[10] - '0';
    }

    [GeneratedRegex(
        @"\b(?:[0-9]{3}\.[0-9]{3}\.[0-9]{3}[-/]|[0-9]{9}-|[0-9]{3} [0-9]{3} [0-9]{3}[- ])[0-9]{2}\b",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[0-9]{11}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
