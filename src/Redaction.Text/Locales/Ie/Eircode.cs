using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Ie;

/// <summary>Irish postcode: the routing key of a post town and four signs that are an address's own (Eircode, product guide of the
/// postcode's operator). The routing key must exist.</summary>
internal static partial class Eircode
{
    private const int KeyLength = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_keys = (
        "A41 A42 A45 A63 A67 A75 A81 A82 A83 A84 A85 A86 A91 A92 A94 A96 A98 C15 D01 D02 D03 D04 D05 D06 D07 D08 D09 D10 D11 D12 D13 D14 "
        + "D15 D16 D17 D18 D20 D22 D24 D6W E21 E25 E32 E34 E41 E45 E53 E91 F12 F23 F26 F28 F31 F35 F42 F45 F52 F56 F91 F92 F93 F94 H12 "
        + "H14 H16 H18 H23 H53 H54 H62 H65 H71 H91 K32 K34 K36 K45 K56 K67 K78 N37 N39 N41 N91 P12 P14 P17 P24 P25 P31 P32 P36 P43 P47 "
        + "P51 P56 P61 P67 P72 P75 P81 P85 R14 R21 R32 R35 R42 R45 R51 R56 R93 R95 T12 T23 T34 T45 T56 V14 V15 V23 V31 V35 V42 V92 V93 "
        + "V94 V95 W12 W23 W34 W91 X35 X42 X91 Y14 Y21 Y25 Y34 Y35")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly ContextWords s_context = new(
        "eircode", "éirchód", "eirchod", "postcode", "post code", "postal code", "address", "addr", "co", "county", "ireland", "éire");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Spaced(), 0.65f), Shape(Loose(), 0.25f))
    {
        Gate = ShapedDetector.HasLetter,
    };

    private static PatternDetector Shape(Regex pattern, float score) => new("ie.eircode", new EntityType("postcode"), pattern)
    {
        Anchors = AnchorKinds.Word,
        Score = score,
        Validate = static value => s_keys.Contains(value[..KeyLength]) && value[KeyLength..].ContainsAnyInRange('0', '9'),
        Context = s_context,
    };

    [GeneratedRegex(@"\b[ACDEFHKNPRTVWXY][0-9][0-9W] (?=[0-9]{0,3}[A-Z])[0-9ACDEFHKNPRTVWXY]{4}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Spaced();

    /// <summary>Without the space, or in small letters: seven signs that much else looks like.</summary>
    [GeneratedRegex(
        @"\b(?:[ACDEFHKNPRTVWXY][0-9][0-9W][0-9ACDEFHKNPRTVWXY]{4}|(?-i:[acdefhknprtvwxy][0-9][0-9w] [0-9acdefhknprtvwxy]{4}))\b",
        Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Loose();
}
