namespace Redaction.Text;

/// <summary>What the magnetic stripe of a payment card holds (ISO/IEC 7813): track 1 with number, name, expiry and service code between
/// carets, track 2 with an equals sign between number and expiry. It must not be stored at all.</summary>
internal static class CardTrack
{
    private const int MinDigits = 12, MaxDigits = 19, LongestName = 30, LongestRest = 60, Service = 7;
    private const float Score = 0.98f;
    private static readonly EntityType s_type = new("card-track");

    public static ITextDetector Detector { get; } = new AnchoredBy("card-track", s_type, AnchorKinds.Number, MinDigits, Probe)
    {
        NumberForm = static (first, _, _) => first >= MinDigits,
    };

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var start = anchor.Span.Start; start < anchor.Span.End;)
        {
            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (end - start is >= MinDigits and <= MaxDigits && end + 1 < text.Length && Luhn.IsValid(text[start..end]))
                Add(text, start, end, findings);
            start = end + 1;
        }
    }

    private static void Add(ReadOnlySpan<char> text, int start, int end, FindingSink<TextSpan> findings)
    {
        var stop = text[end] switch { '^' => AfterName(text, end), '=' or 'D' => AfterDigits(text, end + 1), _ => -1 };
        if (stop < 0) return;
        while (start > 0 && text[start - 1] is 'B' or 'b' or '%' or ';') start--;
        if (stop < text.Length && text[stop] == '?') stop++;
        findings.Add(new(s_type, TextSpan.FromBounds(start, stop), Score, "card-track"));
    }

    /// <summary>The end of <c>^NAME^YYMM…</c>; -1 when it is something else.</summary>
    private static int AfterName(ReadOnlySpan<char> text, int caret)
    {
        var name = text[(caret + 1)..Math.Min(text.Length, caret + 1 + LongestName)].IndexOf('^');
        return name < 2 ? -1 : AfterDigits(text, caret + name + 2);
    }

    /// <summary>The end of expiry, service code and what the issuer put behind them; -1 when there are too few digits.</summary>
    private static int AfterDigits(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestRest && char.IsAsciiDigit(text[end])) end++;
        if (end - start < Service || text[(start + 2)..(start + 4)] is not (['0', not '0'] or ['1', '0' or '1' or '2'])) return -1;
        return end;
    }
}
