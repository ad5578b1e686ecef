using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Eu;

/// <summary>VAT identification number of the European Union: country prefix and the form of each member state (Directive 2006/112/EC,
/// Article 215; VIES). Check digits are verified where the rule is published: Germany (ISO 7064), Italy and Sweden (Luhn), the Benelux
/// (modulo 97), Poland and Portugal (modulo 11).</summary>
internal static partial class Vat
{
    private static readonly ContextWords s_context = new(
        "vat", "vat id", "vat number", "vat no", "ust-id", "ust-idnr", "ust", "ustid", "ustidnr", "umsatzsteuer", "umsatzsteuer-id", "tva",
        "btw", "iva", "partita iva", "nip", "moms", "tax id", "mwst", "rechnung", "invoice");

    private static readonly PatternDetector s_checked = Shape(Pattern(), 0.6f, HasCheckDigit, 0.95f);
    private static readonly PatternDetector s_unchecked = Shape(Pattern(), 0.3f, static value => !HasCheckDigit(value), 0.6f);

    public static ITextDetector Detector { get; } = new AnchoredBy("eu.vat", new EntityType("eu.vat"), AnchorKinds.Word, 2, Probe)
    {
        IsSelfEvident = true,
        BesideForm = static (isDigit, second, _, _) => !isDigit || second == CharKind.Letter,
    };

    /// <summary>The two capitals of a member state stand at the word with the digits or before it; most words need no pattern to
    /// tell.</summary>
    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        var start = anchor.Span.Start; // of DE123, DE 123, FRAB 123 or FR AB 123
        if (!(IsCountry(text, start) || IsCountry(text, start - 3) || IsCountry(text, start - 5) || IsCountry(text, start - 6))) return;
        s_checked.Probe(source, in anchor, findings);
        s_unchecked.Probe(source, in anchor, findings);
    }

    private static bool IsCountry(ReadOnlySpan<char> text, int at) =>
        at >= 0 && at + 1 < text.Length && char.IsAsciiLetterUpper(text[at]) && char.IsAsciiLetterUpper(text[at + 1])
        && !(at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]));

    private static PatternDetector Shape(Regex pattern, float score, SpanPredicate? validate, float contextScore) => new("eu.vat", pattern)
    {
        Anchors = AnchorKinds.Word,
        Score = score,
        ContextScore = contextScore,
        Validate = validate,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[12];
        var number = digits[..Digits.Copy(value, digits)];
        return value[..2] switch
        {
            "DE" => number[0] != '0' && Iso7064.IsMod11And10(number),
            "IT" => Luhn.IsValid(number),
            "SE" => Luhn.IsValid(number[..10]),
            "BE" => (CalendarDate.Number(number[..8]) + CalendarDate.Number(number[8..])) % 97 == 0,
            "LU" => CalendarDate.Number(number[..6]) % 89 == CalendarDate.Number(number[6..]),
            "PL" => WeightedSum.Of(number, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == number[9] - '0',
            "PT" => WeightedSum.Of(number, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 is 0 or 1,
            "HR" => Iso7064.IsMod11And10(number),
            _ => true,
        };
    }

    [GeneratedRegex(
        @"\b(?:AT[ -]?U[0-9]{8}|BE[ -]?[01][0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3}|BG[0-9]{9,10}|CY[0-9]{8}[A-Z]|CZ[0-9]{8,10}|" +
        @"DE[ -]?[0-9]{3}[ .-]?[0-9]{3}[ .-]?[0-9]{3}|DK ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2}|EE[0-9]{9}|EL[0-9]{9}|" +
        @"ES[A-Z][0-9]{7}[0-9A-Z]|FI[0-9]{8}|FR[ -]?[0-9A-HJ-NP-Z]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{3}|HR[0-9]{11}|HU[0-9]{8}|" +
        @"IE[0-9][0-9A-Z][0-9]{5}[A-W][A-I]?|IT[ -]?[0-9]{11}|LT(?:[0-9]{9}|[0-9]{12})|LU[0-9]{8}|LV[0-9]{11}|MT[0-9]{8}|" +
        @"NL[0-9]{9}B[0-9]{2}|PL[ -]?[0-9]{10}|PT[0-9]{9}|RO[0-9]{6,10}|SE[0-9]{10}01|SI[0-9]{8}|SK[0-9]{10})\b",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
