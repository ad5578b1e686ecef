using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Parcel tracking numbers with their check digits: UPS (1Z and sixteen places, modulo 10), the Universal Postal Union's S10 (two
/// letters, nine digits, country; weights 86423597 modulo 11) and USPS (twenty-two digits from 91 to 95, modulo 10).</summary>
internal static partial class TrackingNumber
{
    private static readonly ContextWords s_context = new(
        "tracking", "tracking number", "shipment", "parcel", "package", "delivery", "ups", "usps", "fedex", "dhl", "sendungsnummer",
        "colis", "waybill", "airbill");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Ups(), AnchorKinds.Word, 3, 0.85f, HasUpsCheck, 0.95f),
        Shape(Postal(), AnchorKinds.Word, 3, 0.85f, HasPostalCheck, 0.95f),
        Shape(Usps(), AnchorKinds.Number, 20, 0.45f, null, 0.9f));

    private static PatternDetector Shape(
        Regex pattern, AnchorKinds anchors, int digits, float score, SpanPredicate? validate, float contextScore) =>
        new("tracking-number", new("tracking-number"), pattern)
        {
            Anchors = anchors,
            MinDigits = digits,
            Reach = 26,
            Score = score,
            ContextScore = contextScore,
            Validate = validate,
            Context = s_context,
        };

    private static bool HasUpsCheck(ReadOnlySpan<char> value)
    {
        int sum = 0, place = 0, last = 0;
        foreach (var c in value[2..])
        {
            if (c == ' ') continue;
            last = char.IsAsciiDigit(c) ? c - '0' : ((c & ~0x20) - 63) % 10;
            if (place < 15) sum += last * (1 + place % 2);
            place++;
        }
        return place == 16 && (sum + last) % 10 == 0;
    }

    private static bool HasPostalCheck(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[9];
        Digits.Copy(value, digits);
        var check = (11 - WeightedSum.Of(digits, [8, 6, 4, 2, 3, 5, 9, 7]) % 11) switch { 10 => 0, 11 => 5, var other => other };
        return check == digits[8] - '0';
    }

    [GeneratedRegex(@"\b1Z[ ]?[0-9A-Z]{3}[ ]?[0-9A-Z]{3}[ ]?[0-9]{2}[ ]?[0-9]{4}[ ]?[0-9]{4}\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Ups();

    [GeneratedRegex(@"\b[A-Z]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{3} ?[A-Z]{2}\b", RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 30000)]
    private static partial Regex Postal();

    [GeneratedRegex(@"\b9[1-5][0-9]{2} ?[0-9]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{4}(?: ?[0-9]{2})?\b", RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 30000)]
    private static partial Regex Usps();
}
