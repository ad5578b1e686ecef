using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Tr;

/// <summary>Turkish vehicle registration: province 01 to 81, one to three letters, two to four digits (Karayolları Trafik Yönetmeliği).
/// Words near by must name it.</summary>
internal static partial class Vehicle
{
    private static readonly PatternDetector s_pattern = new("tr.vehicle", new("vehicle-id"), Pattern())
    {
        Anchors = AnchorKinds.Word,
        Score = 0.3f,
        Context = new("plaka", "plakalı", "plakası", "araç", "araba", "otomobil", "vehicle", "plate", "license plate"),
    };

    public static ITextDetector Detector { get; } = new AnchoredBy("tr.vehicle", new EntityType("vehicle-id"), AnchorKinds.Word, 1, Probe)
    {
        WordForm = static (length, digits) => length == 2 && digits == 0b11,
        BesideForm = static (_, _, _, after) => after == CharKind.Space,
    };

    /// <summary>Most short numbers have no letters beside them, and need no pattern to tell.</summary>
    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        var end = anchor.Span.End;
        if (anchor.Span.Length != 2 || end + 4 > text.Length || text[end] != ' ' || !char.IsAsciiLetterUpper(text[end + 1])) return;
        s_pattern.Probe(source, in anchor, findings);
    }

    [GeneratedRegex(@"\b(?:0[1-9]|[1-7][0-9]|8[01]) [A-Z]{1,3} [0-9]{2,4}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
