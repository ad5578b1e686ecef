using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.De;

/// <summary>German vehicle registration: one to three letters of the district, one or two letters, two to four digits, H for historic or E
/// for electric (FZV § 9). Words near by must name it.</summary>
internal static partial class Vehicle
{
    private static readonly PatternDetector s_pattern = new("de.vehicle", new("vehicle-id"), Pattern())
    {
        Anchors = AnchorKinds.Word,
        Score = 0.3f,
        Context = new(
            "kennzeichen", "kfz", "kfz-kennzeichen", "amtliches kennzeichen", "fahrzeug", "auto", "pkw", "lkw",
            "nummernschild", "plate", "license plate"),
    };

    public static ITextDetector Detector { get; } = new AnchoredBy("de.vehicle", new EntityType("vehicle-id"), AnchorKinds.Word, 1, Probe)
    {
        WordForm = static (length, _) => length <= 7,
        BesideForm = static (isDigit, second, before, _) =>
            isDigit ? second == CharKind.Letter : (before & (CharKind.Dash | CharKind.Space)) != 0,
    };

    /// <summary>Most short numbers have no letters beside them, and need no pattern to tell.</summary>
    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        if (anchor.Digits > 4 || anchor.Span.Length > 7 || anchor.Span.Start < 4) return;
        var start = anchor.Span.Start;
        if (char.IsAsciiDigit(text[start]) ? !char.IsAsciiLetter(text[start - 2]) : text[start - 1] is not ('-' or ' ')) return;
        s_pattern.Probe(source, in anchor, findings);
    }

    [GeneratedRegex(@"\b[A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2}[ -]?[1-9][0-9]{1,3}[HE]?\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
