using System.Globalization;

namespace Redaction.Text;

/// <summary>How far a name goes after words that introduce it, in scripts that have spaces and no capitals: Hebrew, Arabic, those of
/// India.</summary>
internal static class UncasedNames
{
    private const int MostWords = 4, Usual = 2, LongestWord = 24;

    private static readonly WordSet s_ends = new(
        "है हूँ हूं हैं और मैं से में एक আমি এবং ஆகும் من و في أنا وأنا هو هي است هستم ہے ہوں اور אני גר גרה מספר הטלפון שלי טלפון עם של");

    /// <summary>True for a letter of such a script.</summary>
    public static bool IsUncased(char c) => c is (>= '\u05D0' and <= '\u05EA') or (>= '\u0621' and <= '\u06D3')
        or (>= '\u0904' and <= '\u0DF4')
        && char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;

    /// <summary>End of the name that begins here; <paramref name="start"/> when there is none.</summary>
    public static int End(ReadOnlySpan<char> text, int start, out int words)
    {
        int at = start, end = start;
        words = 0;
        while (words < MostWords && at < text.Length && IsUncased(text[at]))
        {
            var stop = WordEnd(text, at);
            var word = text[at..stop];
            if (word.Length > LongestWord || s_ends.Contains(word) || (words > 0 && IsJoined(word))) break;
            if (words >= Usual && !IsOfLongName(text[end..stop])) break;
            words++;
            end = stop;
            if (stop >= text.Length || text[stop] is not (' ' or '\u00A0')) break;
            at = stop + 1;
        }
        return end;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (FieldVocabulary.IsOfWord(text[end]) || text[end] is '\u200D' or '\u200C'
            || (text[end] is '-' or '\u05BE' or '\'' or '\u05F3' && end + 1 < text.Length && IsUncased(text[end + 1])))) end++;
        return end;
    }

    /// <summary>A Hebrew word with the <c>and</c> before it; two of that letter begin a name.</summary>
    private static bool IsJoined(ReadOnlySpan<char> word) =>
        word.Length > 3 && word[0] == 'ו' && word[1] is 'א' or 'ה' or 'מ' or 'ב' or 'ל' or 'ש' or 'ג' or 'ת' or 'נ';

    /// <summary>A third and fourth word of an Arabic name begin as names of families and fathers do.</summary>
    private static bool IsOfLongName(ReadOnlySpan<char> words)
    {
        words = words.TrimStart();
        return words.StartsWith("ال", StringComparison.Ordinal) || words is "بن" or "بنت" or "عبد" or "أبو" or "ابن";
    }
}
