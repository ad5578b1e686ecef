using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Numbers of cases, applications, decisions and files that the words before them tell: <c>application (no. 48217/99)</c>,
/// <c>Criminal Appeal No. 1427 of 2008</c>, <c>Pourvoi n° 11-24.318</c>, also in a list after one <c>nos.</c> Numbers of statutes,
/// which are everybody's, are left.</summary>
internal static class CaseReference
{
    private const string Id = "case-reference";
    private const float Told = 0.85f, Formed = 0.7f;
    private const int Fewest = 3, FewestAlone = 4, MostWords = 5, MostOfList = 12, LongestWord = 24, LongestSign = 8;
    private static readonly EntityType s_type = new("case-number");

    private static readonly ImmutableArray<string> s_signs = [.. TextLexicon.CourtWords.Words("any sign")];
    private static readonly SearchValues<char> s_signEnds = SearchValues.Create([.. s_signs.Select(static s => s[^1]).Distinct()]);
    private static readonly WordSet s_cases = new(string.Join(' ', TextLexicon.CourtWords.Of("case")));
    private static readonly WordSet s_statutes = new(string.Join(' ', TextLexicon.CourtWords.Of("statute")));
    private static readonly ContextWords s_court = new(TextLexicon.CourtWords.Words("any near"));

    public static ITextDetector Detector { get; } = new AnchoredBy(Id, s_type, AnchorKinds.Number, Fewest, Probe);

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var at = anchor.Span.Start; at < anchor.Span.End;)
        {
            var start = LabelledSpan.Start(text, at);
            var end = LabelledSpan.End(text, AddressText.Digits(text, at));
            if (start >= 0 && end > 0 && !text[start..at].ContainsAnyInRange('0', '9')) At(source, WithLetters(text, start), end, findings);
            at = Math.Max(end, AddressText.Digits(text, at));
            while (at < anchor.Span.End && !char.IsAsciiDigit(text[at])) at++;
        }
    }

    private static void At(TextSource source, int start, int end, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        var value = text[start..end];
        var digits = Digits.Count(value);
        if (value.EndsWith("/EC", StringComparison.Ordinal) || value.EndsWith("/EU", StringComparison.Ordinal)
            || value.EndsWith("/EEC", StringComparison.Ordinal)) return;
        var isJoined = value.ContainsAny('/', '-');
        var before = text[..FirstOfList(text, start)].TrimEnd(" \u00A0\u202F:");
        var sign = SignLength(before);
        if (sign == 0 && (!isJoined || digits < FewestAlone)) return;
        var year = sign > 0 ? OfYear(text, end) : end;
        if (digits < Fewest && year == end) return;
        var noun = NounBefore(before[..^sign], sign > 0 ? MostWords : 1);
        if (noun < 0) return;
        if (noun > 0) findings.Add(new(s_type, TextSpan.FromBounds(start, year), sign > 0 ? Told : Formed, Id));
        else if (sign > 0 && IsYearly(value) && s_court.AreNear(source, TextSpan.FromBounds(start, end)))
            findings.Add(new(s_type, TextSpan.FromBounds(start, end), Formed, Id));
    }

    /// <summary><c>48217/99</c>, <c>Gž-1499/03</c>: two digits or more, a slash and a year.</summary>
    private static bool IsYearly(ReadOnlySpan<char> value)
    {
        var slash = value.LastIndexOf('/');
        return slash >= 2 && char.IsAsciiDigit(value[slash - 1]) && char.IsAsciiDigit(value[slash - 2])
            && value[(slash + 1)..] is { Length: 2 or 4 } year && Digits.Count(year) == year.Length;
    }

    /// <summary>Start of letters and a point before the number: <c>SC.211/2008</c>, but not <c>No.211/2008</c>.</summary>
    private static int WithLetters(ReadOnlySpan<char> text, int start)
    {
        if (start < 2 || text[start - 1] != '.' || !char.IsAsciiLetterUpper(text[start - 2])) return start;
        var from = start - 1;
        while (from > 0 && start - from < LongestSign && char.IsAsciiLetterUpper(text[from - 1])) from--;
        return SignLength(text[..start]) > 0 || (from > 0 && char.IsLetterOrDigit(text[from - 1])) ? start : from;
    }

    /// <summary>End of <c>211 of 2002</c>.</summary>
    private static int OfYear(ReadOnlySpan<char> text, int end)
    {
        if (end + 8 > text.Length || !text.Slice(end, 4).Equals(" of ", StringComparison.OrdinalIgnoreCase)) return end;
        var year = text.Slice(end + 4, 4);
        var isYear = year[..2] is "19" or "20" && !year.ContainsAnyExceptInRange('0', '9')
            && (end + 8 == text.Length || !Neighbourhood.IsWord(text[end + 8]));
        return isYear ? end + 8 : end;
    }

    /// <summary>Start of the first of the numbers that commas and "and" join to this one.</summary>
    private static int FirstOfList(ReadOnlySpan<char> text, int start)
    {
        for (var count = 0; count < MostOfList; count++)
        {
            var end = BeforeLink(text, start);
            if (end == start || !char.IsAsciiLetterOrDigit(text[end - 1])) return start;
            var first = LabelledSpan.Start(text, end);
            if (first < 0 || first == end || !text[first..end].ContainsAny('/', '-')) return start;
            start = first;
        }
        return start;
    }

    private static int BeforeLink(ReadOnlySpan<char> text, int start)
    {
        foreach (var link in (ReadOnlySpan<string>)[", ", " and ", " & ", " und ", " et ", " y ", " e ", " i ", " oraz ", " en ", ", and "])
            if (start > link.Length && text[..start].EndsWith(link, StringComparison.Ordinal)) return start - link.Length;
        return start;
    }

    private static int SignLength(ReadOnlySpan<char> before)
    {
        if (before.IsEmpty || !s_signEnds.Contains(char.ToLowerInvariant(before[^1])) && !s_signEnds.Contains(before[^1])) return 0;
        var longest = 0;
        foreach (var sign in s_signs)
            if (sign.Length > longest && sign.Length <= LongestSign && before.EndsWith(sign, StringComparison.OrdinalIgnoreCase)
                && (before.Length == sign.Length || !char.IsLetter(sign[0]) || !char.IsLetterOrDigit(before[^(sign.Length + 1)])))
                longest = sign.Length;
        return longest;
    }

    /// <summary>1 where one of the last words names a case, -1 where one nearer to the end names a statute, 0 otherwise.</summary>
    private static int NounBefore(ReadOnlySpan<char> before, int most)
    {
        Span<char> word = stackalloc char[LongestWord];
        var at = before.Length;
        for (var count = 0; count < most; count++)
        {
            var end = at;
            while (end > 0 && at - end < 4 && before[end - 1] is ' ' or '\u00A0' or '(' or ',' or '.' or '/' or ')' or '\u2019' or '\''
                or '“' or '"' or '[') end--;
            var from = end;
            while (from > 0 && end - from < LongestWord && (char.IsLetter(before[from - 1])
                || (before[from - 1] == '.' && from > 1 && from < end && char.IsLetter(before[from - 2]) && end - from < 6))) from--;
            if (from == end) return 0;
            var length = 0;
            foreach (var c in before[from..end])
                if (c != '.') word[length++] = c;
            if (s_statutes.Contains(word[..length])) return -1;
            if (s_cases.Contains(word[..length])) return 1;
            at = from;
        }
        return 0;
    }
}
