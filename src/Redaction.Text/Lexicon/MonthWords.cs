using System.Globalization;

namespace Redaction.Text;

/// <summary>Writes the name of another month in the language and the form in which a month is named.</summary>
internal static class MonthWords
{
    // Full and short names in turn, one language after another: the first table in which a word stands gives its language and form.
    private static readonly string[][] s_tables =
    [
        .. Lexicon.Months.Lines.Where(static l => LexiconTable.KindOf(l.Head) is "full" or "short").Select(static l => l.Words),
        .. TextLexicon.Months.Lines.GroupBy(static l => l.Head).Select(static g => g.SelectMany(static l => l.Words).ToArray()),
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
