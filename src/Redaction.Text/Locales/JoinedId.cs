namespace Redaction.Text.Locales;

/// <summary>National numbers that a missing space joins to the word before them (<c>code is850709-9805</c> without the space): only those
/// whose date and check digit both hold, so that hardly any other word with digits has their form.</summary>
internal static class JoinedId
{
    private const int LongestWord = 12;
    private static readonly (EntityType Type, int Length, SpanPredicate IsValid)[] s_forms =
    [
        (new("fi.hetu"), 11, Fi.Hetu.IsValue),
        (new("ro.cnp"), 13, Ro.Cnp.IsValue),
        (new("se.personnummer"), 13, Se.Personnummer.IsValue),
        (new("se.personnummer"), 12, Se.Personnummer.IsValue),
        (new("se.personnummer"), 11, Se.Personnummer.IsValue),
    ];

    public static ITextDetector Detector { get; } = new AnchoredBy(
        "glued-id", [.. s_forms.Select(static f => f.Type).Distinct()], AnchorKinds.Word, 6, Probe)
    {
        IsSelfEvident = true,
        WordForm = static (length, digits) => length > 7 && (digits & 0b11) == 0,
    };

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        var start = anchor.Span.Start;
        if (start > 0 && Neighbourhood.IsWord(text[start - 1])) return;
        while (start < anchor.Span.End && char.IsAsciiLetterLower(text[start])) start++;
        if (start - anchor.Span.Start is < 2 or > LongestWord || !char.IsAsciiDigit(text[start])) return;
        foreach (var (type, length, isValid) in s_forms)
        {
            var end = start + length;
            if (end > text.Length || (end < text.Length && Neighbourhood.IsWord(text[end])) || !isValid(text[start..end])) continue;
            findings.Add(new(type, TextSpan.FromBounds(start, end), 0.7f, "glued-id"));
            return;
        }
    }
}
