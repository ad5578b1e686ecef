using System.Collections.Frozen;

namespace Redaction;

/// <summary>The words of the lexicon that introduce the name of a person.</summary>
internal static class NameIntroductions
{
    private const string Capital = "capital";

    private static readonly IntroductionEntry[] s_titles = [.. Titles()];
    private static readonly IntroductionEntry[] s_phrases = [.. Phrases()];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_titleWords = s_titles
        .Select(static e => e.Words.TrimEnd('.'))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Titles and phrases. A title may stand after a phrase: go on from where the phrase ends.</summary>
    public static IntroductionSet All { get; } = new([.. s_titles, .. s_phrases]);

    /// <summary>True for a title, without its point.</summary>
    public static bool IsTitle(ReadOnlySpan<char> word) => s_titleWords.Contains(word);

    /// <summary>Index after the title that stands at a place of the text; 0 when none does.</summary>
    public static int TitleEnd(ReadOnlySpan<char> text, int at)
    {
        var best = 0;
        foreach (ref readonly var entry in s_titles.AsSpan())
            if ((entry.Words[0] | 0x20) == (at < text.Length ? text[at] | 0x20 : 0)) best = Math.Max(best, entry.EndAt(text, at));
        return best;
    }

    /// <summary>Index after the words by which somebody says a name that stand at a place of the text; 0 when none do.</summary>
    public static int NamePhraseEnd(ReadOnlySpan<char> text, int at) => All.EndAt(text, at, IntroductionKind.Name);

    private static IEnumerable<IntroductionEntry> Titles() =>
        from line in Lexicon.Titles.Lines
        let kind = LexiconTable.KindOf(line.Head)
        where kind is "any" or Capital
        from word in line.Words
        group (word, kind) by word into same
        select new IntroductionEntry(same.Key, IntroductionKind.Title, same.All(static t => t.kind == Capital));

    private static IEnumerable<IntroductionEntry> Phrases() =>
        from line in Lexicon.Introductions.Lines
        let head = LexiconTable.KindOf(line.Head)
        let needsCapital = head.StartsWith(Capital, StringComparison.Ordinal)
        let kind = Kind(needsCapital ? head[(Capital.Length + 1)..] : head)
        where kind is not null
        from words in line.Words
        select new IntroductionEntry(words, kind.Value, needsCapital);

    private static IntroductionKind? Kind(string name) => name switch
    {
        "name" => IntroductionKind.Name,
        "named" => IntroductionKind.Named,
        "call" => IntroductionKind.Call,
        "greeting" => IntroductionKind.Greeting,
        "closing" => IntroductionKind.Closing,
        "role" => IntroductionKind.Role,
        "named-role" => IntroductionKind.NamedRole,
        "heading" => IntroductionKind.Heading,
        "work" => IntroductionKind.Work,
        _ => null,
    };
}
