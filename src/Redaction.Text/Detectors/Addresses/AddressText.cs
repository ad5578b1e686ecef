namespace Redaction.Text;

/// <summary>Reads the words that addresses are made of.</summary>
internal static class AddressText
{
    private const int Longest = 40;

    /// <summary>End of the word that starts at <paramref name="start"/>: letters and digits with inner hyphens and apostrophes,
    /// and the full stop of an abbreviation. Equal to <paramref name="start"/> when there is none.</summary>
    public static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        var limit = Math.Min(text.Length, start + Longest);
        while (i < limit
            && (char.IsLetterOrDigit(text[i])
                || (i > start && i + 1 < limit && text[i] is '-' or '\'' or '’' or '/' && char.IsLetter(text[i + 1])))) i++;
        if (i == limit && i < text.Length && char.IsLetterOrDigit(text[i])) return start;
        return i > start && i < text.Length && text[i] is '.' or '/' && IsAbbreviation(text, start, i) ? i + 1 : i;
    }

    /// <summary>Start of the word that ends at <paramref name="end"/>.</summary>
    public static int WordStart(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        var floor = Math.Max(0, end - Longest);
        if (i > floor && text[i - 1] is '.' or '/' && i - 1 > floor && char.IsLetter(text[i - 2])) i--;
        while (i > floor
            && (char.IsLetterOrDigit(text[i - 1])
                || (i - 1 > floor && i < end && text[i - 1] is '-' or '\'' or '’' && char.IsLetter(text[i - 2])))) i--;
        return i == floor && i > 0 && char.IsLetterOrDigit(text[i - 1]) ? end : i;
    }

    /// <summary>The word before a number on the same line.</summary>
    public static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end > 0 && at - end < 3 && text[end - 1] is ' ' or '#' or ':' or ',') end--;
        return end == at ? default : text[WordStart(text, end)..end];
    }

    /// <summary>The word without its full stop.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) => word is [.., '.'] ? word[..^1] : word;

    /// <summary>True for a word that begins with a capital letter, or an ordinal number such as <c>5th</c>.</summary>
    public static bool IsName(ReadOnlySpan<char> word) =>
        !word.IsEmpty && (char.IsUpper(word[0]) || IsOrdinal(word) || (char.IsLetter(word[0]) && !char.IsLower(word[0])));

    public static bool IsOrdinal(ReadOnlySpan<char> word) =>
        word.Length is >= 3 and <= 5 && char.IsAsciiDigit(word[0])
            && word[^2..] is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH";

    /// <summary>End of a house number: <c>12</c>, <c>12a</c>, <c>12-14</c>, <c>12/3</c>, <c>12 bis</c>;
    /// equal to <paramref name="start"/> when there is none.</summary>
    public static int HouseNumberEnd(ReadOnlySpan<char> text, int start)
    {
        var i = Digits(text, start);
        if (i == start || i - start > 5) return start;
        if (i + 1 < text.Length && text[i] is '-' or '/' or '–' && char.IsAsciiDigit(text[i + 1]))
        {
            var second = Digits(text, i + 1);
            if (second - i - 1 > 5) return start;
            if (i - start == 4 && second - i == 5 && text[start] is '1' or '2' && second < text.Length && text[second] == ',')
                return start; // (c) 2006-2008, R Ness
            i = second;
        }
        if (i < text.Length && char.IsAsciiLetter(text[i]) && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]))) i++;
        else if (i < text.Length && char.IsLetterOrDigit(text[i])) return start;
        if (text[i..].StartsWith(" bis ", StringComparison.Ordinal) || text[i..].StartsWith(" ter ", StringComparison.Ordinal)) i += 4;
        return i;
    }

    public static int Digits(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit(text[start])) start++;
        return start;
    }

    /// <summary>Goes over what stands between the lines or parts of an address: a comma,
    /// a line end with the mark of a quoted message, spaces.</summary>
    public static int SkipBreak(ReadOnlySpan<char> text, int i, out bool isBreak)
    {
        isBreak = false;
        var limit = Math.Min(text.Length, i + 16);
        var lines = 0;
        while (i < limit)
        {
            var c = text[i];
            if (c is ',' or ';') isBreak = true;
            else if (c == '\n') { isBreak = true; if (++lines > 2) break; }
            else if (c is '\r' or ' ' or '\t' or '\u00A0') { }
            else if (lines > 0 && c is '>' or '|' or '?' or '*') { }
            else if (c == '\\' && i + 1 < limit && text[i + 1] is 'n' or 'r') { isBreak = true; i++; }
            else break;
            i++;
        }
        return i;
    }

    /// <summary>A short word before a full stop, or a known unit word: the stop belongs to it. The end of a sentence does not.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> text, int start, int stop)
    {
        var length = stop - start;
        if (text[stop] == '/') return length == 1;
        if (!char.IsLetter(text[start])) return false;
        if (length <= 1) return true;
        var next = stop + 1;
        if (length <= 4 && next < text.Length && text[next] is ',' or ' ' or '\n') return true;
        if (length <= 4 && next == text.Length) return AddressWords.After.Contains(text[start..stop]);
        return text[start..stop].EndsWith("str", StringComparison.OrdinalIgnoreCase);
    }
}
