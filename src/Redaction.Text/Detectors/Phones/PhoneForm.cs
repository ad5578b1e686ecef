namespace Redaction.Text;

/// <summary>How a telephone number is written around its digits.</summary>
internal readonly ref struct PhoneForm
{
    /// <summary>Looks at what stands before the first digit.</summary>
    public PhoneForm(ReadOnlySpan<char> text, int digit)
    {
        Start = digit;
        if (Start > 0 && text[Start - 1] == '(')
        {
            HasBracket = text[digit..Math.Min(text.Length, digit + 8)].Contains(')');
            if (HasBracket) Start--;
        }
        var plus = Start;
        if (plus > 1 && text[plus - 1] == ' ') plus--;
        if (plus > 0 && text[plus - 1] is '+' or '\uFF0B')
        {
            IsInternational = true;
            Start = plus - 1;
            if (Start > 0 && text[Start - 1] == '(') { HasBracket = true; Start--; }
        }
        StartsFree = Start == 0 || IsFreeBefore(text, Start) || IsGlued(text, Start, digit);
    }

    /// <summary>Where the number starts, with its plus sign and bracket.</summary>
    public int Start { get; }

    /// <summary>True when a plus sign stands before the digits.</summary>
    public bool IsInternational { get; }

    /// <summary>True when the first group stands in brackets.</summary>
    public bool HasBracket { get; }

    /// <summary>True when the number is not the tail of something longer.</summary>
    public bool StartsFree { get; }

    /// <summary>Index of the next digit of the same number; -1 when what follows is no separator.</summary>
    public static int SkipSeparator(ReadOnlySpan<char> text, int i)
    {
        var start = i;
        while (i < text.Length && i - start < 3
            && text[i] is ' ' or '-' or '.' or '/' or '(' or ')' or '\u00A0' or '\u2009' or '\u202F' or '\u2010' or '\u2011' or '\u2012'
                or '\u2013') i++;
        if (i == start || i >= text.Length || !char.IsAsciiDigit(text[i])) return -1;
        return i - start > 1 && text[start..i].Count(' ') > 2 ? -1 : i;
    }

    public bool EndsFree(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length) return true;
        var next = text[end];
        if (next is 'x' or 'X' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])) return true;
        if (Neighbourhood.IsWord(next) || next is '@' or '%') return false;
        if (end + 1 >= text.Length || (next == '-' && PhoneLabels.Follows(text, end))) return true;
        if (next == ',' && (IsInternational || char.IsLetter(text[end + 1]))) return true; // a list without spaces
        if (next == '.' && IsInternational && char.IsUpper(text[end + 1])) return true; // a sentence without one
        if (next is '-' or '.' or '/' or ':' or ',' or '=' or '_' && char.IsLetterOrDigit(text[end + 1])) return false;
        return !(next is ' ' or '\u00A0' && char.IsAsciiDigit(text[end + 1]) && DigitsFrom(text, end + 1) is 3 or 4);
    }

    /// <summary>End of an extension such as <c>x123</c> or <c>ext. 45</c>, or <paramref name="end"/>.</summary>
    public static int WithExtension(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        while (i < text.Length && i - end < 2 && text[i] is ' ' or ',') i++;
        if (i >= text.Length || (text[i] | 0x20) is not ('e' or 'x' or 'd' or '#')) return end;
        foreach (var word in (ReadOnlySpan<string>)["extension", "ext.", "ext", "x", "#", "durchwahl", "dw"])
        {
            if (!text[i..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var start = i + word.Length;
            if (start < text.Length && text[start] is ' ' or ':') start++;
            var length = DigitsFrom(text, start);
            return length is >= 1 and <= 6 && (start + length == text.Length || !Neighbourhood.IsWord(text[start + length]))
                ? start + length : end;
        }
        return end;
    }

    /// <summary>True for three, three and four digits with hyphens straight after a word in small letters: a space was left out.</summary>
    private static bool IsGlued(ReadOnlySpan<char> text, int start, int digit) =>
        start == digit && char.IsAsciiLetterLower(text[start - 1]) && start > 1 && char.IsAsciiLetterLower(text[start - 2])
            && (start == 2 || char.IsWhiteSpace(text[start - 3]))
        && digit + 12 <= text.Length && text[digit + 3] == '-' && text[digit + 7] == '-' && DigitsFrom(text, digit) == 3
        && DigitsFrom(text, digit + 4) == 3;

    private static int DigitsFrom(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 20 && char.IsAsciiDigit(text[end])) end++;
        return end - start;
    }

    private static bool IsFreeBefore(ReadOnlySpan<char> text, int start)
    {
        var before = text[start - 1];
        if (Neighbourhood.IsWord(before) || before is '+' or '$' or '€' or '£' or '@' or '#') return false;
        if (start == 1) return true;
        if (before == ',' && (text[start] == '+' || char.IsLetter(text[start - 2]))) return true; // a list without spaces
        if (before is '-' or '.' or '/' or ',' or '=' && char.IsAsciiLetterOrDigit(text[start - 2])) return before == '=';
        return !(before is ' ' or '\u00A0' && char.IsAsciiDigit(text[start - 2]));
    }
}
