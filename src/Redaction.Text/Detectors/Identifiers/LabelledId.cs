namespace Redaction.Text;

/// <summary>Numbers and codes of any shape that a label names: <c>MRN: 20-4411</c>, <c>my driver's license number is …</c>,
/// <c>"insurance_id": "…"</c>, <c>手机 139…</c>. The label must stand directly before the value;
/// the value has at least three digits. National numbers with a check digit have detectors of their own.</summary>
internal static class LabelledId
{
    private const float Unsure = 0.3f, WithoutMark = 0.15f, Prefixed = 0.7f;
    private const int FewestGlued = 8, ShortestOfPerson = 5;
    private const int ShortestOwn = 3; // AC- and ID- begin numbers of anything

    public static ITextDetector Detector { get; } = new AnchoredBy("labelled-id", [.. IdLabels.Types], AnchorKinds.Word, 1, Probe)
    {
        // a number goes on,
        BesideForm = static (_, second, before, _) =>
            !(second == CharKind.Digit && (before & (CharKind.Space | CharKind.Dash | CharKind.Dot | CharKind.Slash | CharKind.Colon)) != 0)
    };

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        var start = LabelledSpan.Start(text, anchor.Span.Start);
        if (start >= 0 && Glued(text, start, in anchor, findings)) return;
        if (start <= 0 || text[start..anchor.Span.Start].ContainsAnyInRange('0', '9')) return;
        var label = new LabelBefore();
        if (!label.Read(text, start) && !LabelledSpan.WithSeries(text, ref start, ref label))
        {
            ByOwnLabel(text, in anchor, start, findings);
            return;
        }
        var span = LabelledSpan.Of(text, start, anchor.Span, label.Type);
        if (span.Length == 0) return;
        var digits = Digits.Count(text.Slice(span.Start, span.Length));
        if (!NamedNumber.Fits(text, span, digits, label.Type) || IsOfSystem(text, start, span, label.Type)) return;
        var score = label.Score;
        if (!label.HasMark && label.Links == 0 && !NamedNumber.NeedsNoMark(label.Type))
            score = !NamedNumber.IsCounted(text, span.End)
                && NamedNumber.IsSureWithoutMark(text.Slice(span.Start, span.Length), digits, in label) ? score - WithoutMark : Unsure;
        findings.Add(new(label.Type, span, score, "labelled-id"));
    }

    /// <summary>A number too short for a person's (<c>the id is 123</c>), or a group among the parameters of a web address
    /// (<c>&amp;group_id=5470</c>); a member there (<c>&amp;member_id=…</c>) is a person.</summary>
    private static bool IsOfSystem(ReadOnlySpan<char> text, int start, TextSpan span, EntityType type) =>
        (type.Name == "national-id" && span.Length < ShortestOfPerson)
        || (type.Name == "case-number" && text[start - 1] == '(' && text[..start].EndsWith("s (")) // in more cases (PR100995)
        || (type.Name == "insurance-id" && text[start - 1] == '=' && text[..start].LastIndexOfAny("&? \n") is >= 0 and var sign
            && text[sign] is '&' or '?' && text[(sign + 1)..].StartsWith("group", StringComparison.OrdinalIgnoreCase));

    /// <summary>A label and a long number in one word: <c>Tel0441872033</c>.</summary>
    private static bool Glued(ReadOnlySpan<char> text, int start, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var digit = start;
        while (digit < anchor.Span.End && char.IsLetter(text[digit])) digit++;
        var letters = text[start..digit];
        if (letters.Length < ShortestOwn) return false;
        var end = AddressText.Digits(text, digit);
        if (end - digit < FewestGlued || (end < text.Length && Neighbourhood.IsWord(text[end]))) return false;
        if (!IdLabels.TryGet(letters, out var type, out var score, out var from) || from > 0) return false;
        findings.Add(new(type, TextSpan.FromBounds(digit, end), score - WithoutMark, "labelled-id"));
        return true;
    }

    /// <summary>The value begins with its own label, as in MRN-1234567.</summary>
    private static void ByOwnLabel(ReadOnlySpan<char> text, in TextAnchor anchor, int start, FindingSink<TextSpan> findings)
    {
        var end = LabelledSpan.End(text, anchor.Span.End);
        if (end < 0 || anchor.Span.Start <= start + ShortestOwn || text[anchor.Span.Start - 1] != '-') return;
        if (Digits.Count(text[start..end]) < 5 || LabelledSpan.IsOther(text, TextSpan.FromBounds(start, end))) return;
        if (!IdLabels.TryGet(text[start..(anchor.Span.Start - 1)], out var type, out _, out var from) || from > 0) return;
        findings.Add(new(type, TextSpan.FromBounds(start, end), Prefixed, "labelled-id"));
    }
}
