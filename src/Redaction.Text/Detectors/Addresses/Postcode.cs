namespace Redaction.Text;

/// <summary>Postcodes as they stand in addresses.</summary>
internal static class Postcode
{
    /// <summary>End of a postcode at <paramref name="start"/>: the shapes of the countries of the address grammar,
    /// with a country letter before it (<c>D-10115</c>); equal to <paramref name="start"/> when there is none.</summary>
    public static int End(ReadOnlySpan<char> text, int start, bool isBreak)
    {
        var i = start;
        if (char.IsAsciiLetter(text[i]))
        {
            var letters = i;
            while (i < text.Length && i - letters < 3 && char.IsAsciiLetterUpper(text[i])) i++;
            if (i - letters <= 2 && i + 1 < text.Length && text[i] == '-' && char.IsAsciiDigit(text[i + 1])) i++;
            else return Mixed(text, start);
        }
        var end = AddressText.Digits(text, i);
        var length = end - i;
        if (length is < 2 or > 8 || (length == 2 && !(end < text.Length && text[end] == '-'))) return start;
        end = length switch
        {
            3 when Follows(text, end, ' ', 2) => end + 3, // Sweden, Greece
            5 when Follows(text, end, '-', 4) => end + 5, // United States
            5 when Follows(text, end, '-', 3) => end + 4, // Brazil
            4 when Follows(text, end, '-', 3) => end + 4, // Portugal
            2 when Follows(text, end, '-', 3) => end + 4, // Poland
            // Netherlands
            4 when end + 2 < text.Length && text[end] == ' ' && char.IsAsciiLetterUpper(text[end + 1])
                && char.IsAsciiLetterUpper(text[end + 2]) && !IsLetter(text, end + 3) => end + 3,
            5 or 6 => end,
            4 when isBreak || text[i] != '0' => end,
            3 when isBreak => end,
            _ => start,
        };
        return end > start && end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '%' or '/') ? start : end;
    }

    /// <summary>True for shapes that hardly anything else has.</summary>
    public static bool IsDistinct(ReadOnlySpan<char> code) => code.Length >= 5;

    /// <summary>British, Irish and Canadian shapes: letters and digits in two groups.</summary>
    private static int Mixed(ReadOnlySpan<char> text, int start)
    {
        var first = start;
        while (first < text.Length && first - start < 5 && char.IsAsciiLetterOrDigit(text[first])) first++;
        if (first - start is < 2 or > 4 || first + 3 >= text.Length + 0 && first + 3 > text.Length
            || text[start..first].IndexOfAnyInRange('0', '9') < 0) return start;
        if (first >= text.Length || text[first] is not (' ' or '-')) return start;
        var second = first + 1;
        var end = second;
        while (end < text.Length && end - second < 5 && char.IsAsciiLetterOrDigit(text[end])) end++;
        var inner = text[second..end];
        if (inner.Length is not (3 or 4)) return start;
        return inner.IndexOfAnyInRange('0', '9') >= 0 || first - start == 3 && inner.Length == 4 ? end : start;
    }

    private static bool Follows(ReadOnlySpan<char> text, int at, char separator, int digits) =>
        at + digits < text.Length && text[at] == separator && AddressText.Digits(text, at + 1) - at - 1 == digits;

    private static bool IsLetter(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsLetterOrDigit(text[at]);
}
