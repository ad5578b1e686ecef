using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Names of the months in English, German, French, Spanish, Italian and Portuguese, full and short.</summary>
internal static class MonthNames
{
    private static readonly string[] s_names =
    [
        "january jan januar jänner januari janvier janv enero ene gennaio gen janeiro",
        "february feb february februar feber février fevrier févr fevr febrero febbraio fevereiro fev",
        "march mar märz maerz mär mars marzo março marco",
        "april apr avril avr abril abr aprile",
        "may mai mayo maggio mag maio",
        "june jun juni juin junio giugno giu junho",
        "july jul juli juillet juil julio luglio lug julho",
        "august aug août aout agosto ago",
        "september sep sept septembre septiembre setiembre settembre set setembro",
        "october oct oktober okt octobre octubre ottobre ott outubro out",
        "november nov novembre noviembre novembro",
        "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_months = s_names
        .SelectMany(static (names, i) => names.Split(' ').Distinct().Select(name => (name, Month: i + 1)))
        .DistinctBy(static p => p.name)
        .ToFrozenDictionary(static p => p.name, static p => p.Month, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public const int Longest = 10;

    /// <summary>Number of the month, 1 to 12; 0 when the word names none.</summary>
    public static int Of(ReadOnlySpan<char> word) => word.Length is >= 3 and <= Longest && s_months.TryGetValue(word, out var month) ? month : 0;
}
