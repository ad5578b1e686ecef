using System.Buffers;
using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.De;

/// <summary>German trade register number: section A or B and three to six digits, at some courts a letter (HRV § 13).</summary>
internal static partial class TradeRegister
{
    private const int Reach = 9;
    private const CharKind Joining = CharKind.Space | CharKind.Dot | CharKind.Colon | CharKind.Dash;

    private static readonly SearchValues<string> s_letters = SearchValues.Create(["HR"], StringComparison.OrdinalIgnoreCase);
    private static readonly ContextWords s_context = new(
        "handelsregister", "amtsgericht", "registergericht", "registernummer", "ag", "hrb", "hra");

    private static readonly PatternDetector s_pattern = new("de.trade-register", Pattern())
    {
        Anchors = AnchorKinds.Word,
        Score = 0.6f,
        Context = s_context,
    };

    public static ITextDetector Detector { get; } = new AnchoredBy(
        "de.trade-register", new EntityType("de.trade-register"), AnchorKinds.Word, 3, Probe)
    {
        BesideForm = static (isDigit, second, before, _) => !isDigit || (second != CharKind.Digit && (before & Joining) != 0),
    };

    /// <summary>Most numbers have no section before them, and need no pattern to tell.</summary>
    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var start = anchor.Span.Start;
        var near = source.Text[Math.Max(0, start - Reach)..Math.Min(source.Text.Length, start + 2)];
        if (near.IndexOfAny(s_letters) >= 0) s_pattern.Probe(source, in anchor, findings);
    }

    [GeneratedRegex(@"\bHR[AB][ .:-]{0,2}(?:Nr[.:]? )?[0-9]{3,6}(?: ?[A-Z])?\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Pattern();
}
