using System.Buffers;

namespace Redaction.Text.Names;

/// <summary>Tells dates from lengths of time: <c>the fifth of March</c> and <c>Monday the 3rd</c> name a day, <c>in two weeks</c> and
/// <c>last night</c> do not.</summary>
internal static class CalendarWords
{
    private static readonly SearchValues<string> s_words = SearchValues.Create(
        [
            .. Lexicon.Months.Of("full").Select(static month => BeginsWords(month) ? month + " " : month),
            .. Lexicon.Months.Words("en short written").SelectMany(static month => new[] { month + " ", month + "." }),
            .. Lexicon.Weekdays.Of("full"), "sept", "maerz", "fevrier", "aout",
            "christmas", "easter", "new year", "thanksgiving", "halloween",
            "hundred", "nineteen", "twenty ", "thousand", "eighties", "nineties",
        ], StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the words name a day, month or year, by a name, by a year or by numbers with separators.</summary>
    public static bool NameADay(ReadOnlySpan<char> value)
    {
        if (value.ContainsAny(s_words) || EndsInShortMonth(value)) return true;
        var digits = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsAsciiDigit(value[i])) { digits = 0; continue; }
            if (++digits == 4) return true;
            if (i + 2 < value.Length && value[i + 1] is '/' or '-' or '.' && char.IsAsciiDigit(value[i + 2])) return true;
        }
        return false;
    }

    /// <summary>"may", "mai" and "mars" are months where a space follows: other words begin with them.</summary>
    private static bool BeginsWords(string month) => month.Length == 3 || month == "mars";

    /// <summary>A month of three or four letters as the last word; anywhere else a space or stop follows it.</summary>
    private static bool EndsInShortMonth(ReadOnlySpan<char> value)
    {
        var word = value[(value.LastIndexOfAny(' ', '-', '.') + 1)..];
        if (word.Length == value.Length || word.Length is < 3 or > 4) return false;
        Span<char> spaced = stackalloc char[word.Length + 1];
        word.CopyTo(spaced);
        spaced[^1] = ' ';
        return ((ReadOnlySpan<char>)spaced).ContainsAny(s_words);
    }
}
