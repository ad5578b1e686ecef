using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Uk;

/// <summary>United Kingdom postcode in the shapes of BS 7666 and Royal Mail PAF: A9, A99, AA9, AA99, A9A, AA9A before 9AA, GIR 0AA, and
/// those of the overseas territories. The area letters must exist.</summary>
internal static partial class FullPostcode
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_areas = new[]
    {
        "AB", "AL", "B", "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "BX", "CA", "CB", "CF", "CH", "CM", "CO", "CR", "CT",
        "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E", "EC", "EH", "EN", "EX", "FK", "FY", "G", "GL", "GU", "GX",
        "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L", "LA", "LD", "LE",
        "LL", "LN", "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO",
        "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG", "SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF",
        "TN", "TQ", "TR", "TS", "TW", "UB", "W", "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "XX", "YO", "ZE", "GIR", "ASCN", "BBND",
        "BIQQ", "FIQQ", "PCRN", "SIQQ", "STHL", "TDCU", "TKCA",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> s_digitOrSpace = SearchValues.Create("0123456789 ");

    private static readonly ContextWords s_context = new(
        "postcode", "postcodes", "post code", "postal code", "zip", "address", "addr", "lives at", "street", "road", "lane", "avenue",
        "house", "flat");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Spaced(), 0.65f), Shape(Loose(), 0.25f))
    {
        Gate = ShapedDetector.HasLetter,
    };

    private static PatternDetector Shape(Regex pattern, float score) => new("uk.postcode", pattern)
    {
        Anchors = AnchorKinds.Word,
        Score = score,
        Validate = HasKnownArea,
        Context = s_context,
    };

    private static bool HasKnownArea(ReadOnlySpan<char> value) => s_areas.Contains(value[..value.IndexOfAny(s_digitOrSpace)]);

    [GeneratedRegex(
        @"\b(?:[A-PR-UWYZ](?:[0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9]{1,2}|[A-HK-Y][0-9][ABEHMNPRVWXY]) [0-9][ABD-HJLNP-UW-Z]{2}|" +
        @"GIR 0AA|BF1 [0-9][ABD-HJLNP-UW-Z]{2}|(?:ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA) 1ZZ)\b",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Spaced();

    /// <summary>Without the space, or in small letters: five to seven characters that much else looks like.</summary>
    [GeneratedRegex(
        @"\b(?:(?:[A-PR-UWYZ](?:[0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9]{1,2}|" +
        @"[A-HK-Y][0-9][ABEHMNPRVWXY]))[0-9][ABD-HJLNP-UW-Z]{2}|GIR0AA|(?-i:[a-pr-uwyz](?:[0-9]{1,2}|[0-9][a-hjkpstuw]|" +
        @"[a-hk-y][0-9]{1,2}|[a-hk-y][0-9][abehmnprvwxy]) [0-9][abd-hjlnp-uw-z]{2}))\b",
        Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Loose();
}
