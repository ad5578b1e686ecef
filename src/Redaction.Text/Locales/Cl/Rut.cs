using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Cl;

/// <summary>Chilean tax and identity number (RUT, RUN): up to eight digits and a check digit, weights 2 to 7 from the right modulo 11, 10
/// is K (Servicio de Registro Civil).</summary>
internal static partial class Rut
{
    private static readonly ContextWords s_context = new(
        "rut", "run", "rut/run", "r.u.t", "cédula", "cedula de identidad", "rol único", "contribuyente");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.75f), Shape(Hyphened(), 0.45f));

    private static PatternDetector Shape(Regex pattern, float score) => new("cl.rut", pattern)
    {
        Score = score,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        int sum = 0, weight = 2;
        for (var i = value.Length - 3; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(value[i])) continue;
            sum += (value[i] - '0') * weight;
            weight = weight == 7 ? 2 : weight + 1;
        }
        return "0K987654321"[sum % 11] == char.ToUpperInvariant(value[^1]);
    }

    [GeneratedRegex(@"\b[1-9][0-9]?\.[0-9]{3}\.[0-9]{3}-[0-9K]\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[1-9][0-9]{6,7}-[0-9K]\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Hyphened();
}
