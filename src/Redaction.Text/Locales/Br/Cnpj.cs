using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Br;

/// <summary>Brazilian company number (CNPJ): twelve places and two modulus 11 check digits, weights 2 to 9 from the right, 10 counts as 0;
/// from 2026 the places also hold letters, which count as their code less 48 (Receita Federal, IN RFB 2229/2024). Sole traders have one
/// too.</summary>
internal static partial class Cnpj
{
    private static readonly ContextWords s_context = new(
        "cnpj", "cnpjs", "cadastro nacional", "empresa", "razão social", "microempreendedor", "mei");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.85f), Shape(Bare(), 0.45f))
    {
        Gate = static near => (near[^1] is '.' or '/' && near.Length <= 6) || near.Length >= 14,
    };

    private static PatternDetector Shape(Regex pattern, float score) => new("br.cnpj", pattern)
    {
        Anchors = AnchorKinds.Word,
        Score = score,
        Validate = HasCheckDigits,
        Context = s_context,
    };

    private static ReadOnlySpan<byte> Weights => [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

    private static bool HasCheckDigits(ReadOnlySpan<char> value)
    {
        Span<char> places = stackalloc char[14];
        var count = 0;
        foreach (var c in value)
            if (char.IsAsciiLetterOrDigit(c)) places[count++] = c;
        return places.ContainsAnyExcept('0') && CheckDigit(places[..12]) == places[12] && CheckDigit(places[..13]) == places[13];
    }

    private static char CheckDigit(ReadOnlySpan<char> places)
    {
        var weights = Weights[^places.Length..];
        var sum = 0;
        for (var i = 0; i < places.Length; i++) sum += (places[i] - '0') * weights[i];
        return (char)('0' + sum * 10 % 11 % 10);
    }

    [GeneratedRegex(@"\b[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}/[0-9A-Z]{4}-[0-9]{2}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[0-9]{14}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
