using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Names of time zones: <c>Europe/Oslo</c> says how late it is and not where somebody is.</summary>
internal static class TimeZones
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_names = TextLexicon.TimeZones.Lines
        .SelectMany(static l => l.Words.Select(w => $"{LexiconTable.LanguageOf(l.Head)}/{w}"))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a name of the IANA time zone database.</summary>
    public static bool Contains(ReadOnlySpan<char> name) => s_names.Contains(name);
}
