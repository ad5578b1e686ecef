using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Numbers of mobile devices and SIM cards: IMEI (fifteen digits, 3GPP TS 23.003) and ICCID (nineteen or twenty digits from 89,
/// ITU-T E.118), both with a Luhn digit; IMSI (fifteen digits, ITU-T E.212) where a word names it.</summary>
internal static partial class DeviceNumber
{
    private static readonly ContextWords s_context = new(
        "imei", "imeisv", "meid", "imsi", "iccid", "sim", "sim card", "handset", "device", "phone id", "esim");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Imei(), 0.3f, Luhn.IsValid, 0.9f),
        Shape(Grouped(), 0.7f, Luhn.IsValid, 0.95f),
        Shape(Iccid(), 0.6f, Luhn.IsValid, 0.95f),
        Shape(Imsi(), 0.1f, static value => !Luhn.IsValid(value), 0.8f));

    private static PatternDetector Shape(Regex pattern, float score, SpanPredicate? validate, float contextScore) =>
        new("device-number", new("device-id"), pattern)
        {
            Anchors = AnchorKinds.Number,
            MinDigits = 15,
            Score = score,
            ContextScore = contextScore,
            Validate = validate,
            Context = s_context,
        };

    [GeneratedRegex(@"\b[0-9]{15}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Imei();

    [GeneratedRegex(@"\b[0-9]{2}[- ][0-9]{6}[- ][0-9]{6}[- ][0-9]\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b89[0-9]{17,18}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Iccid();

    [GeneratedRegex(@"\b[2-7][0-9]{14}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Imsi();
}
