using System.Text;

namespace Redaction.Text;

/// <summary>Code units that are not seen, or belong to the character before: tag characters, halves of characters, combining marks,
/// control characters.</summary>
internal static class HiddenFold
{
    /// <summary>Fewest tag characters in a row that are a text of their own: flags have up to seven.</summary>
    private const int Smuggled = 8;

    private const char TagHigh = '\uDB40', FirstTag = '\uDC00', LastTag = '\uDC7F';

    /// <summary>The control characters that hold no text together, and the first half of tag characters.</summary>
    public static string Suspects { get; } =
        string.Concat(Enumerable.Range(0, 0xA0).Where(static c => IsControl((char)c)).Select(static c => (char)c)) + TagHigh;

    /// <summary>True for control characters other than those that make up lines.</summary>
    public static bool IsControl(char c) =>
        c is < '\t' or (> '\r' and < ' ' and not '\u001B') or (>= '\u007F' and < '\u00A0' and not '\u0085');

    /// <summary>The next half of a character that stands alone, or mark that belongs to a letter; -1 when there is none.</summary>
    public static int Next(ReadOnlySpan<char> text)
    {
        var mark = text.IndexOfAnyInRange('\u0300', '\u036F');
        var limit = mark < 0 ? text.Length : mark;
        for (var i = 0; i < limit;)
        {
            var step = text[i..limit].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (step < 0) break;
            i += step;
            if (IsHalf(text, i)) return i;
            i += 2;
        }
        return mark;
    }

    /// <summary>True for half a character without the other.</summary>
    public static bool IsHalf(ReadOnlySpan<char> text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));

    /// <summary>True for marks that stand over, under or across the character before (Unicode's combining diacritical marks).</summary>
    public static bool IsMark(char c) =>
        c is (>= '\u0300' and <= '\u036F') or (>= '\u20D0' and <= '\u20FF') or (>= '\uFE20' and <= '\uFE2F');

    /// <summary>A letter with a mark as one character; the letter where there is none.</summary>
    public static char Compose(char letter, char mark)
    {
        Span<char> pair = [letter, mark];
        Span<char> composed = stackalloc char[4];
        return char.IsLetter(letter) && pair.TryNormalize(composed, out var length, NormalizationForm.FormC) && length == 1
            ? composed[0] : letter;
    }

    /// <summary>True for the tag characters and variation selectors beyond the first plane.</summary>
    public static bool IsTag(ReadOnlySpan<char> text, int at) =>
        text[at] == TagHigh && at + 1 < text.Length && text[at + 1] is >= FirstTag and <= '\uDDEF';

    /// <summary>The ASCII text that tag characters write where nobody sees it; 0 where they only stand among others.</summary>
    public static char Smuggle(ReadOnlySpan<char> text, int at)
    {
        if (text[at + 1] > LastTag) return '\0';
        var (start, end) = (at, at + 2);
        while (start > 1 && end - start < Smuggled * 2 && IsTag(text, start - 2)) start -= 2;
        while (end - start < Smuggled * 2 && end < text.Length && IsTag(text, end)) end += 2;
        var c = (char)(text[at + 1] - FirstTag);
        return end - start >= Smuggled * 2 && c is >= ' ' and <= '~' ? c : '\0';
    }
}
