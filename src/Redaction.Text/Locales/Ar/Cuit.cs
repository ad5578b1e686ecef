using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Ar;

/// <summary>Argentine tax and labour number (CUIT, CUIL): type 20, 23, 24, 25, 26 or 27 for a person, 30, 33 or 34 for a company, the
/// identity number, a modulus 11 check digit with weights 5 4 3 2 7 6 5 4 3 2 (ARCA, formerly AFIP).</summary>
internal static partial class Cuit
{
    private static readonly ContextWords s_context = new(
        "cuit", "cuil", "cuit/cuil", "c.u.i.t", "afip", "arca", "anses", "monotributo", "clave única");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.75f), Shape(Bare(), 0.4f));

    private static PatternDetector Shape(Regex pattern, float score) => new("ar.cuit", pattern)
    {
        Score = score,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        var check = 11 - WeightedSum.Of(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
        return (check == 11 ? 0 : check == 10 ? 9 : check) == value[^1] - '0';
    }

    [GeneratedRegex(@"\b(?:2[03-7]|3[034])-[0-9]{8}-[0-9]\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b(?:2[03-7]|3[034])[0-9]{9}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
