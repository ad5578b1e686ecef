using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.De;

/// <summary>German identity card, passport and residence permit number: nine digits or letters without vowels and B, D, Q, S, a check digit
/// with weights 7, 3, 1 modulo 10 (ICAO Doc 9303; BSI TR-03110).</summary>
internal static partial class IdCard
{
    private static readonly ContextWords s_context = new(
        "personalausweis", "ausweisnummer", "ausweis", "ausweisnr", "personalausweisnummer", "reisepass", "passnummer", "id card",
        "identity card", "passport", "pass", "dokumentennummer");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Checked(), 0.45f, static value => Digits.Count(value) >= 2 && HasCheckDigit(value)),
        Shape(Unchecked(), 0.2f, static value => Digits.Count(value) >= 2))
    {
        Gate = ShapedDetector.HasLetter,
    };

    private static PatternDetector Shape(Regex pattern, float score, SpanPredicate validate) => new("de.id-card", pattern)
    {
        Anchors = AnchorKinds.Word,
        Score = score,
        ContextScore = 0.8f,
        Validate = validate,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<byte> weights = [7, 3, 1];
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += (char.IsAsciiDigit(value[i]) ? value[i] - '0' : (value[i] | 0x20) - 'a' + 10) * weights[i % 3];
        return sum % 10 == value[9] - '0';
    }

    [GeneratedRegex(@"\b[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}[0-9]\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Checked();

    /// <summary>The number as people copy it from the front of the card, without the check digit of the machine readable zone.</summary>
    [GeneratedRegex(@"\b[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Unchecked();
}
