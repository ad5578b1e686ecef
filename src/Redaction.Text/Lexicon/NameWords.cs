using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Words that tell a name from what only looks like one.</summary>
internal static class NameWords
{
    private const char FirstUnspaced = '\u2E80';
    /// <summary>The bit of members of a group that persons are called too.</summary>
    public const int OfPersons = 1 << 30;

    private const string Group = "group ";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_labels = Set(TextLexicon.NameWords.Words("label"));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_others =
        Set([.. TextLexicon.NameWords.Words("other"), .. Lexicon.Months.Words("en full"), .. Lexicon.Weekdays.Words("en full")]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_things = Set(TextLexicon.NameWords.Words("thing"));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_firstOfThings =
        Set(TextLexicon.NameWords.Words("thing first"));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_tasks = Set(TextLexicon.NameWords.Words("task"));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_eponyms = Set(TextLexicon.NameWords.Words("eponym"));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_nouns = Set(TextLexicon.NameWords.Words("noun"));

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_groups = Groups();

    /// <summary>True for the whole name of what is called after somebody: <c>Gill Sans</c>.</summary>
    public static bool IsEponym(ReadOnlySpan<char> words) => s_eponyms.Contains(words);

    /// <summary>True for a thing that may be called after somebody: the <c>key</c> of <c>Allen key</c>.</summary>
    public static bool IsNoun(ReadOnlySpan<char> word) => s_nouns.Contains(word);

    /// <summary>The groups of things that a word is a member of, a bit each: units, languages of programs, colours.</summary>
    public static int GroupsOf(ReadOnlySpan<char> word) => s_groups.TryGetValue(word, out var groups) ? groups : 0;

    /// <summary>True for a language of programs or a program.</summary>
    public static bool IsSoftware(ReadOnlySpan<char> word) => s_software.Contains(word);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_software =
        Set(TextLexicon.NameWords.Words("group software"));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_works = Set(TextLexicon.NameWords.Words("task last"));

    /// <summary>True for words that begin with what is done in a step of a build: <c>Build Docs</c>.</summary>
    public static bool BeginTask(ReadOnlySpan<char> words) =>
        s_tasks.Contains(words.IndexOf(' ') is > 0 and var space ? words[..space] : words);

    /// <summary>True for words that end in what is done in a build: <c>Nightly Build</c>.</summary>
    public static bool EndInTask(ReadOnlySpan<char> words) =>
        words.LastIndexOf(' ') is > 0 and var space && s_works.Contains(words[(space + 1)..]);

    /// <summary>True for the word before a colon and a name.</summary>
    public static bool IsLabel(ReadOnlySpan<char> word) => s_labels.Contains(word);

    /// <summary>True for a capital word that is no name.</summary>
    public static bool IsOther(ReadOnlySpan<char> word) => s_others.Contains(word);

    /// <summary>Last characters of such names.</summary>
    private const string LastOfUnits = "部課係局室課课处處科组組門门心司ータムプ팀부과터룹";

    /// <summary>What stands in the name of a part of a firm, in scripts without spaces.</summary>
    private static readonly SearchValues<string> s_within =
        SearchValues.Create(TextLexicon.NameWords.Words("thing within"), StringComparison.Ordinal);

    /// <summary>True for words that name a thing or a group: <c>Quarter Two</c>, <c>Silver Harbor</c>.</summary>
    public static bool NameThing(ReadOnlySpan<char> words)
    {
        if (words is [>= FirstUnspaced, ..]) // a name may follow: 営業部田中
            return LastOfUnits.Contains(words[^1]) && !words.ContainsAny(' ', '\u3000') && words.ContainsAny(s_within);
        var isFirst = true;
        foreach (var range in words.Split(' '))
        {
            if (s_things.Contains(words[range]) || (isFirst && s_firstOfThings.Contains(words[range]))) return true;
            isFirst = false;
        }
        return false;
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Groups()
    {
        var groups = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var bit = 1;
        foreach (var lines in TextLexicon.NameWords.Lines.Where(static l => l.Head.StartsWith(Group, StringComparison.Ordinal))
            .GroupBy(static l => l.Head))
        {
            var own = lines.Key == Group + "person" ? OfPersons : bit;
            foreach (var word in lines.SelectMany(static l => l.Words)) groups[word] = groups.GetValueOrDefault(word) | own;
            if (own == bit) bit <<= 1;
        }
        return groups.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string[] words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
