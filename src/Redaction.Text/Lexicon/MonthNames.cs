using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>The numbers of the months by their names, full and short, in every language of the two lexicons.</summary>
internal static class MonthNames
{
    private const string Alone = "alone", Full = "full";

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_months = Lookup(Numbered());
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_more =
        Lookup(Numbered().Concat(More(static _ => true)));

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_moreFull =
        Lookup(More(static kind => kind is Alone or Full or "jalali"));

    /// <summary>Length of the longest name.</summary>
    public const int Longest = 12;

    /// <summary>Number of the month, 1 to 12, in the languages in which a day and a month are a date by themselves; 0 when the word
    /// names none.</summary>
    public static int Of(ReadOnlySpan<char> word) =>
        word.Length is >= 3 and <= Longest && s_months.TryGetValue(word, out var month) ? month : 0;

    /// <summary>Number of the month in any language, where a year tells that one is meant; 0 when the word names none.</summary>
    public static int OfAny(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > Longest) return 0;
        if (s_more.TryGetValue(word, out var month)) return month;
        return word[0] == 'ב' && s_more.TryGetValue(word[1..], out month) ? month : 0; // "in" is joined to the month in Hebrew
    }

    /// <summary>True for a name that is written in full in one of the further languages.</summary>
    public static bool IsFull(ReadOnlySpan<char> word) => s_moreFull.ContainsKey(word) || (word.Length > 1
        && s_moreFull.ContainsKey(word[1..]));

    /// <summary>Number of the month as a Roman number in capitals, 1 to 12; 0 when the word is none.</summary>
    public static int OfRoman(ReadOnlySpan<char> word) => word switch
    {
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        "V" => 5,
        "VI" => 6,
        "VII" => 7,
        "VIII" => 8,
        "IX" => 9,
        "X" => 10,
        "XI" => 11,
        "XII" => 12,
        _ => 0,
    };

    private static IEnumerable<KeyValuePair<string, int>> Numbered() =>
        from line in Lexicon.Months.Lines
        let other = int.TryParse(LexiconTable.KindOf(line.Head), out var number) ? number : 0
        from pair in line.Words.Select((word, i) => KeyValuePair.Create(word, other > 0 ? other : i + 1))
        select pair;

    private static IEnumerable<KeyValuePair<string, int>> More(Func<string, bool> isKind) =>
        from lines in TextLexicon.Months.Lines.GroupBy(static l => l.Head)
        where isKind(LexiconTable.KindOf(lines.Key))
        from pair in lines.SelectMany(static l => l.Words).Select(static (word, i) => KeyValuePair.Create(word, i + 1))
        select pair;

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup(IEnumerable<KeyValuePair<string, int>> names) =>
        names.DistinctBy(static p => p.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
