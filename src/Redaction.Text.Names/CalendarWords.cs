using System.Buffers;

namespace Redaction.Text.Names;

/// <summary>Tells dates from lengths of time: <c>the fifth of March</c> and <c>Monday the 3rd</c> name a day, <c>in two weeks</c> and <c>last night</c> do not.</summary>
internal static class CalendarWords
{
    private static readonly SearchValues<string> s_words = SearchValues.Create(
        [
            "january", "february", "march", "april", "may ", "june", "july", "august", "september", "october", "november", "december",
            "jan ", "feb ", "mar ", "apr ", "jun ", "jul ", "aug ", "sep ", "sept", "oct ", "nov ", "dec ", "jan.", "feb.", "mar.", "apr.", "aug.", "sep.", "oct.", "nov.", "dec.",
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "christmas", "easter", "new year", "thanksgiving", "halloween",
            "januar", "februar", "märz", "maerz", "mai ", "juni", "juli", "oktober", "dezember", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
            "janvier", "février", "fevrier", "mars ", "avril", "juin", "juillet", "août", "aout", "septembre", "octobre", "novembre", "décembre",
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
            "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
            "janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro", "novembro", "dezembro",
            "januari", "februari", "maart", "mei ", "augustus", "hundred", "nineteen", "twenty ", "thousand", "eighties", "nineties",
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
