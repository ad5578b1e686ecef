namespace Redaction.Text;

/// <summary>Dates that only their label tells, in any language: day, a word or Roman number, year; or with the signs of East
/// Asia.</summary>
internal static class LabelledDate
{
    private const int LongestWord = 12, MostGap = 3;

    /// <summary>The date that begins here; empty when there is none.</summary>
    public static TextSpan At(ReadOnlySpan<char> text, int start)
    {
        var day = DigitsEnd(text, start);
        if (day == start) return default;
        if (day < text.Length && text[day] is '年' or '년') return EastAsian(text, start, day);
        if (day - start > 2) return default;
        var word = SkipGap(text, day);
        var wordEnd = word;
        while (wordEnd < text.Length && wordEnd - word <= LongestWord && FieldVocabulary.IsOfWord(text[wordEnd])
            && !char.IsAsciiDigit(text[wordEnd])) wordEnd++;
        if (wordEnd - word is 0 or > LongestWord) return default;
        var year = SkipGap(text, wordEnd);
        if (text[year..].StartsWith("de ", StringComparison.Ordinal)) year += 3;
        var end = DigitsEnd(text, year);
        return end - year is 2 or 4 && (end == text.Length || !char.IsLetterOrDigit(text[end])) ? TextSpan.FromBounds(start, end) : default;
    }

    /// <summary><c>1971年3月3日</c>, <c>1971년 3월 3일</c>.</summary>
    private static TextSpan EastAsian(ReadOnlySpan<char> text, int start, int at)
    {
        var end = at + 1;
        for (var part = 0; part < 2; part++)
        {
            var next = end < text.Length && text[end] == ' ' ? end + 1 : end;
            var stop = DigitsEnd(text, next);
            if (stop == next || stop - next > 2 || stop >= text.Length || text[stop] is not ('月' or '日' or '월' or '일')) break;
            end = stop + 1;
        }
        return end > at + 1 ? TextSpan.FromBounds(start, end) : default;
    }

    private static int SkipGap(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < MostGap && text[end] is ' ' or '.' or '-' or '/' or '\u00A0' or ',') end++;
        return end;
    }

    private static int DigitsEnd(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit(text[start])) start++;
        return start;
    }
}
