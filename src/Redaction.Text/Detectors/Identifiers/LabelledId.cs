namespace Redaction.Text;

/// <summary>Identifiers of any shape that a label names: <c>MRN: 20-4411</c>,
/// <c>my driver's license number is …</c>, <c>"insurance_id": "…"</c>. The label must stand directly before the value;
/// the value has at least three digits. National numbers with a check digit have detectors of their own.</summary>
internal static class LabelledId
{
    private const int Longest = 34;
    private const int MostLinks = 3;

    public static ITextDetector Detector { get; } = new AnchoredBy("labelled-id", [.. IdLabels.Types], AnchorKinds.Word, 1, Probe)
    {
        // a number goes on,
        BesideForm = static (_, second, before, _) =>
            !(second == CharKind.Digit && (before & (CharKind.Space | CharKind.Dash | CharKind.Dot | CharKind.Slash | CharKind.Colon)) != 0)
    };

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        var start = Start(text, anchor.Span.Start);
        if (start < 0 || start == 0 || text[start..anchor.Span.Start].ContainsAnyInRange('0', '9')) return;
        Span<char> buffer = stackalloc char[80];
        var label = new LabelWords(buffer);
        var isRead = label.Read(text, start);
        var prefixed = !isRead && anchor.Span.Start > start + 2 && text[anchor.Span.Start - 1] == '-'
            && IdLabels.TryGet(text[start..(anchor.Span.Start - 1)], out _, out _);
        if (!isRead && !prefixed) return;
        var end = End(text, anchor.Span.End);
        if (end < 0) return;
        var span = TextSpan.FromBounds(start, end);
        var digits = Digits.Count(text[start..end]);
        if (digits < 3 || IsOther(text, span)) return;
        if (!(isRead && Find(label.Words, out var type, out var score, out var links)))
        {
            if (digits < 5 || anchor.Span.Start <= start + 2 || !IdLabels.TryGet(text[start..(anchor.Span.Start - 1)], out type, out score))
                return;
            (score, links) = (0.7f, 1); // the value begins with its own label, as in MRN-1234567
        }
        if (!label.HasMark && links == 0) score = digits >= 5 && (end - start > digits || digits >= 6) ? score - 0.15f : 0.3f;
        findings.Add(new(type, span, score, "labelled-id"));
    }

    /// <summary>Looks the last words up as a label, without the links after it.</summary>
    private static bool Find(ReadOnlySpan<char> words, out EntityType type, out float score, out int links)
    {
        for (links = 0; links <= MostLinks; links++)
        {
            if (FindExact(words, out type, out score)) return true;
            var space = words.LastIndexOf(' ');
            if (space < 0 || !IdLabels.IsLink(words[(space + 1)..])) break;
            words = words[..space];
        }
        (type, score) = (default, 0f);
        return false;
    }

    private static bool FindExact(ReadOnlySpan<char> words, out EntityType type, out float score)
    {
        var from = words.Length;
        (type, score) = (default, 0f);
        var found = false;
        for (var count = 0; count < IdLabels.MostWords && from > 0; count++)
        {
            var space = words[..Math.Max(0, from - 1)].LastIndexOf(' ');
            from = space + 1;
            if (IdLabels.TryGet(words[from..], out var t, out var s)) (type, score, found) = (t, s, true); // the longest label wins
        }
        return found;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        foreach (var word in (ReadOnlySpan<string>)["no", "nr", "num", "acct", "lic", "pol", "ins", "id"])
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Start of the value around a word with digits: letters before it that a hyphen, underscore or slash joins.</summary>
    private static int Start(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < Longest
            && (char.IsLetterOrDigit(text[start - 1])
                || (text[start - 1] is '-' or '_' or '/' or ':' && start > 1 && IsJoin(text, start - 1)))) start--;
        return at - start >= Longest ? -1 : start;
    }

    private static int End(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < Longest
            && (char.IsLetterOrDigit(text[end])
                || (text[end] is '-' or '_' or '/' or ':' or '.' && end + 1 < text.Length && IsJoin(text, end)))) end++;
        return end < text.Length && text[end] is '@' or '%' || end - at >= Longest ? -1 : end;
    }

    private static bool IsJoin(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        ':' or '.' => char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]),
        _ => char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]),
    };

    /// <summary>Dates, times, decimal numbers and paths have labels too and are none of these;
    /// neither is the member of a name in a program (<c>az.ISO8859</c>).</summary>
    private static bool IsOther(ReadOnlySpan<char> text, TextSpan span)
    {
        var value = text.Slice(span.Start, span.Length);
        if (value.IndexOf('/') is > 4 and var slash && !value[..slash].ContainsAnyInRange('0', '9')) return true;
        if (span.Start > 2 && text[span.Start - 1] == '.' && char.IsLetter(text[span.Start - 2])
            && !IsAbbreviation(text[..(span.Start - 1)])) return true;
        // a Request for Comments; the Mexican RFC begins with letters
        if (span.Start > 3 && char.IsAsciiDigit(value[0]) && text[..(span.Start - 1)].EndsWith("RFC", StringComparison.Ordinal))
            return true;
        if (Digits.Count(value) + value.Count('.') + value.Count(':') == value.Length && value.IndexOfAny('.', ':') > 0) return true;
        var end = value.IndexOfAnyExceptInRange('0', '9');
        return end is 1 or 2 or 4 && value[end] is '-' or '/' && NumericDate.At(text, span.Start, span.Start + end).End >= span.End;
    }
}
