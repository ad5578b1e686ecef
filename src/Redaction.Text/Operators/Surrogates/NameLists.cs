using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Given names, surnames and towns of thirty languages, from which surrogates are taken, and what is known of names.</summary>
internal static class NameLists
{
    private const int Fewest = 2, Kinds = 4;

    /// <summary>The languages; where a name is of several, the first counts. The last Latin ones are romanised Russian and
    /// Ukrainian.</summary>
    private static readonly string[] s_codes =
    [
        "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "hu", "ro", "hr", "sl", "sv", "da", "nb", "fi", "tr", "vi", "id", "rl",
        "ru", "uk", "el", "he", "ar", "zh", "ja", "ko", "th",
    ];

    private static readonly int[] s_scripts = [.. s_codes.Select(static c => NameScript.Of(Table.Words(c + " surname")[0][0]))];
    private static readonly string[][] s_all = [.. Read()];
    private static readonly string[][] s_cities = [.. s_codes.Select(static c => Table.Words(c + " city"))];
    private static readonly FrozenDictionary<string, (NameKind Kind, int Language)>.AlternateLookup<ReadOnlySpan<char>> s_known =
        Known().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_cityLanguages = s_cities
        .SelectMany(static (words, language) => words.Select(word => KeyValuePair.Create(word, language)))
        .DistinctBy(static p => p.Key, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[][][] s_pools = [.. Enumerable.Range(0, s_all.Length).Select(Pools)];

    private static LexiconTable Table => TextLexicon.PersonNames;

    /// <summary>The number of a language; -1 when there is none.</summary>
    public static int Language(string code) => Array.IndexOf(s_codes, code);

    /// <summary>The script of a language.</summary>
    public static int ScriptOf(int language) => s_scripts[language];

    /// <summary>What is known of a word: whether it is a woman's, a man's or a family's name, and of which language.</summary>
    public static bool TryFind(ReadOnlySpan<char> word, out NameKind kind, out int language)
    {
        var found = s_known.TryGetValue(word, out var known);
        (kind, language) = known;
        return found;
    }

    /// <summary>The names of a kind and language that begin with the initial of that number; all, in scripts without initials.</summary>
    public static ReadOnlySpan<string> Pool(NameKind kind, int language, int initial)
    {
        var pools = s_pools[Index(kind, language)];
        return pools.Length == 1 ? pools[0] : pools[initial];
    }

    /// <summary>All names of a kind and language.</summary>
    public static ReadOnlySpan<string> All(NameKind kind, int language) => s_all[Index(kind, language)];

    /// <summary>Towns of a language.</summary>
    public static ReadOnlySpan<string> Cities(int language) => s_cities[language];

    /// <summary>The language of the country that a town lies in; -1 when it is not known.</summary>
    public static int LanguageOfCity(ReadOnlySpan<char> word) => s_cityLanguages.TryGetValue(word, out var language) ? language : -1;

    private static int Index(NameKind kind, int language) => (int)kind * s_codes.Length + language;

    private static IEnumerable<string[]> Read() =>
        from kind in (string[])["female", "male", "surname", "neutral"]
        from code in s_codes
        select Table.Words($"{code} {kind}");

    private static string[][] Pools(int index)
    {
        var (kind, language) = (index / s_codes.Length, index % s_codes.Length);
        var own = s_all[index];
        var sameScript = Enumerable.Range(0, s_codes.Length).Where(l => s_scripts[l] == s_scripts[language])
            .SelectMany(l => s_all[kind * s_codes.Length + l]).Distinct().ToArray();
        if (own.Length < Fewest) own = sameScript;
        var initials = NameScript.Initials(s_scripts[language]).ToArray();
        return initials.Length == 0 || own.Length == 0 ? [own] : [.. initials.Select(i => OfInitial(i, own, sameScript))];
    }

    private static string[] OfInitial(char initial, string[] own, string[] sameScript)
    {
        foreach (var names in (string[][])[own, sameScript])
            if (names.Where(n => char.ToUpperInvariant(AsciiFold.Of(n[0])) == initial).ToArray() is { Length: >= Fewest } chosen)
                return chosen;
        return own;
    }

    private static FrozenDictionary<string, (NameKind, int)> Known()
    {
        var known = new Dictionary<string, (NameKind, int)>(StringComparer.OrdinalIgnoreCase);
        for (var kind = 0; kind < Kinds; kind++)
            for (var language = 0; language < s_codes.Length; language++)
                foreach (var name in s_all[kind * s_codes.Length + language]) known.TryAdd(name, ((NameKind)kind, language));
        foreach (var (head, kind) in (ReadOnlySpan<(string, NameKind)>)[("known female", NameKind.Female), ("known male", NameKind.Male)])
            for (var language = 0; language < s_codes.Length; language++)
                foreach (var name in Table.Words($"{s_codes[language]} {head}")) known.TryAdd(name, (kind, language));
        foreach (var name in Table.Words("any known neutral")) known[name] = (NameKind.Neutral, 0);
        return known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
