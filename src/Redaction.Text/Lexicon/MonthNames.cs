using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>The numbers of the months by their names, full and short, in every language of the lexicon.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_months = Numbered()
        .DistinctBy(static p => p.Key, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Length of the longest name.</summary>
    public const int Longest = 10;

    /// <summary>Number of the month, 1 to 12; 0 when the word names none.</summary>
    public static int Of(ReadOnlySpan<char> word) =>
        word.Length is >= 3 and <= Longest && s_months.TryGetValue(word, out var month) ? month : 0;

    private static IEnumerable<KeyValuePair<string, int>> Numbered() =>
        from line in Lexicon.Months.Lines
        let other = int.TryParse(LexiconTable.KindOf(line.Head), out var number) ? number : 0
        from pair in line.Words.Select((word, i) => KeyValuePair.Create(word, other > 0 ? other : i + 1))
        select pair;
}
