using System.Globalization;

namespace Redaction.Text;

/// <summary>Writes the name of another month in the language and the form in which a month is named.</summary>
internal static class MonthWords
{
    // Full and short names in turn, one language after another: the first table in which a word stands gives its language and form.
    private static readonly string[][] s_tables =
    [
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"],
        ["jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sept", "okt", "nov", "dez"],
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        ["janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"],
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
        ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
        ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"],
        ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
        ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"],
        ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"],
    ];

    /// <summary>The name of <paramref name="month"/> (1 to 12) as <paramref name="word"/> names its own.</summary>
    public static string Like(ReadOnlySpan<char> word, int month)
    {
        var name = TableOf(word)[month - 1];
        if (word.Length > 1 && char.IsUpper(word[1])) return name.ToUpper(CultureInfo.InvariantCulture);
        return char.IsUpper(word[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;
    }

    private static string[] TableOf(ReadOnlySpan<char> word)
    {
        foreach (var table in s_tables)
            foreach (var name in table)
                if (word.Equals(name, StringComparison.OrdinalIgnoreCase)) return table;
        return word.Length > 4 ? s_tables[0] : s_tables[1];
    }
}
