using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Es;

/// <summary>Spanish national identity number (DNI) and foreigner's number (NIE): eight digits, or X, Y or Z and seven digits, and a letter
/// taken from the remainder by 23 (Real Decreto 1553/2005, Orden INT/2058/2008).</summary>
internal static partial class Dni
{
    private const string Letters = "TRWAGMYFPDXBNJZSQVHLCKE";

    private static readonly ContextWords s_context = new(
        "dni", "nie", "nif", "documento nacional", "documento de identidad", "número de identidad", "identificación de extranjero",
        "identidad", "extranjero", "identity card", "national id", "id number", "titular");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Joined(), 0.75f), Shape(Spaced(), 0.4f));

    private static PatternDetector Shape(Regex pattern, float score) => new("es.dni", pattern)
    {
        Score = score,
        Validate = HasCheckLetter,
        Context = s_context,
    };

    private static bool HasCheckLetter(ReadOnlySpan<char> value)
    {
        var number = char.ToUpperInvariant(value[0]) switch { 'Y' => 1, 'Z' => 2, _ => 0 };
        foreach (var c in value)
            if (char.IsAsciiDigit(c)) number = number * 10 + (c - '0');
        return Letters[number % 23] == char.ToUpperInvariant(value[^1]);
    }

    /// <summary>Old numbers below ten million are also written without the leading zero, then with a hyphen before the letter.</summary>
    [GeneratedRegex(
        @"\b(?:(?:[XYZ]-?[0-9]{7}|[0-9]{8}|[0-9]{1,2}\.[0-9]{3}\.[0-9]{3})-?[A-Z]|[0-9]{7}-[A-Z])\b",
        Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Joined();

    [GeneratedRegex(
        @"\b(?:[XYZ] ?[0-9]{7} [A-Z]|(?:[0-9]{8}|[0-9]{1,2}\.[0-9]{3}\.[0-9]{3}) [A-Z]|[0-9]{7}[A-Z])\b",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Spaced();
}
