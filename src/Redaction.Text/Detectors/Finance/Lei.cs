using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Legal entity identifier: twenty capitals and digits with two check digits, ISO/IEC 7064 MOD 97-10 (ISO 17442-1).
/// The fifth and sixth are 00 in nearly all that were issued since 2012; others count near a word that names them.</summary>
internal static partial class Lei
{
    private static readonly ContextWords s_context = new("lei", "legal entity identifier", "legal entity", "gleif", "emir", "mifid");

    public static ITextDetector Detector { get; } =
        new ShapedDetector(Shape(Reserved(), 0.7f), Shape(Other(), 0.3f)) { Gate = ShapedDetector.HasLetter };

    private static PatternDetector Shape(Regex pattern, float score) => new("lei", new("lei"), pattern)
    {
        Anchors = AnchorKinds.Word,
        MinDigits = 2,
        Score = score,
        ContextScore = 0.95f,
        Validate = static value => value.ContainsAnyInRange('A', 'Z') && Mod97.Remainder(value, 0) == 1,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[0-9A-Z]{4}00[0-9A-Z]{12}[0-9]{2}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Reserved();

    [GeneratedRegex(@"\b[0-9A-Z]{4}(?!00)[0-9A-Z]{14}[0-9]{2}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Other();
}
