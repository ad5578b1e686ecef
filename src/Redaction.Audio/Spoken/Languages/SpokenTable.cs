using System.Collections.Frozen;
using System.Globalization;

namespace Redaction.Audio;

/// <summary>The spoken forms of one language, read from its table.</summary>
internal sealed class SpokenTable
{
    private const int LongestWord = 32;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;
    private readonly WordKinds[] _kinds;
    private readonly Phrase[][] _phrases;
    private readonly FrozenDictionary<string, WordLists>.AlternateLookup<ReadOnlySpan<char>> _lists;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    private SpokenTable(string language, Dictionary<string, int> ids, List<List<Phrase>> phrases, Dictionary<string, WordLists> lists,
        HashSet<string> words)
    {
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        HasWords = words.Count > 0;
        Language = language;
        _ids = ids.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _phrases = [.. phrases.Select(static p => p.OrderByDescending(static f => f.Rest.Length).ToArray())];
        _kinds = [.. phrases.Select(static p => p.Aggregate(WordKinds.None, static (kinds, f) => kinds | f.Kind))];
        _lists = lists.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; }

    /// <summary>Number of a word, -1 for one that the table does not hold.</summary>
    public int Id(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) return -1;
        Span<char> lower = stackalloc char[LongestWord];
        return _ids.TryGetValue(lower[..Lower(word, lower)], out var id) ? id : -1;
    }

    /// <summary>Everything that a phrase beginning with the word can be.</summary>
    public WordKinds Kinds(int id) => id < 0 ? WordKinds.None : _kinds[id];

    /// <summary>The phrases that begin with the word, longest first.</summary>
    public ReadOnlySpan<Phrase> Phrases(int id) => id < 0 ? default : _phrases[id];

    /// <summary>True for the end of a domain name.</summary>
    public bool IsDomainEnd(ReadOnlySpan<char> word) => Contains(word, WordLists.DomainEnd);

    /// <summary>True for a given or family name that is seldom another word.</summary>
    public bool IsName(ReadOnlySpan<char> word) => Contains(word, WordLists.Name);

    /// <summary>True for a name that is also a word.</summary>
    public bool IsNameWord(ReadOnlySpan<char> word) => Contains(word, WordLists.Name | WordLists.NameWord);

    /// <summary>True for a word that tells a day or a time only by the day on which it is said: <c>tomorrow</c>,
    /// <c>friday</c>, <c>morning</c>.</summary>
    public bool IsRelative(ReadOnlySpan<char> word) => Contains(word, WordLists.Relative);

    /// <summary>True for a word that ends the name of a business: <c>insurance</c>, <c>hotels</c>.</summary>
    public bool IsBusiness(ReadOnlySpan<char> word) => Contains(word, WordLists.Business);

    /// <summary>True for a word of grammar, which is part of no name and no address.</summary>
    public bool IsFunction(ReadOnlySpan<char> word) => Contains(word, WordLists.Function);

    /// <summary>True when there is a dictionary.</summary>
    public bool HasWords { get; }

    /// <summary>True for a word of the dictionary.</summary>
    public bool IsWord(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) return false;
        Span<char> lower = stackalloc char[LongestWord];
        return _words.Contains(lower[..Lower(word, lower)]);
    }

    /// <summary>True for letters that are said one by one and tell nothing, such as <c>atm</c>.</summary>
    public bool IsAcronym(ReadOnlySpan<char> letters) => Contains(letters, WordLists.Acronym);

    /// <summary>Reads a table; the format is told in the README beside the tables.</summary>
    /// <param name="reader">The table.</param>
    /// <param name="words">The language's dictionary, perhaps empty.</param>
    public static SpokenTable Read(TextReader reader, HashSet<string> words)
    {
        var (ids, phrases) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<List<Phrase>>());
        var lists = new Dictionary<string, WordLists>(StringComparer.Ordinal);
        var language = "";
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (line.StartsWith('#') || colon < 0) continue;
            var (head, tail) = (line[..colon], line[(colon + 2)..]);
            if (head == "language") language = tail;
            else if (List(head) is not WordLists.None and var list)
                foreach (var word in SpokenLexicon.Fill(tail.Split(' ', StringSplitOptions.RemoveEmptyEntries), language))
                    lists[word] = lists.GetValueOrDefault(word) | list;
            else Add(head, tail);
        }
        return new(language, ids, phrases, lists, words);

        void Add(string head, string tail)
        {
            var isList = head.EndsWith(':') && !head.Contains(' ', StringComparison.Ordinal);
            var parts = head.TrimEnd(isList ? ':' : ' ').Split(' ', 2);
            var kind = Kind(parts[0]);
            var counts = parts.Length > 1 && parts[1].Length > 1 && parts[1].EndsWith('+');
            var value = parts.Length > 1 ? Value(parts[0], counts ? parts[1][..^1] : parts[1]) : 0;
            var written = tail.Split(isList ? ' ' : ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (var phrase in SpokenLexicon.Fill(written, language))
            {
                var words = phrase.Split(' ').Select(Intern).ToArray();
                phrases[words[0]].Add(new(kind, value, words[1..]));
                if (counts) value++;
            }
        }

        int Intern(string word)
        {
            if (!ids.TryGetValue(word, out var id))
            {
                ids.Add(word, id = phrases.Count);
                phrases.Add([]);
            }
            return id;
        }
    }

    private static WordKinds Kind(string name) => name switch
    {
        "digit" => WordKinds.Digit,
        "oh" => WordKinds.Oh,
        "homophone" => WordKinds.Homophone,
        "number" => WordKinds.Number,
        "scale" => WordKinds.Scale,
        "repeat" => WordKinds.Repeat,
        "nato" => WordKinds.Nato,
        "letter" => WordKinds.Letter,
        "letterword" => WordKinds.LetterWord,
        "link" => WordKinds.Link,
        "mark" => WordKinds.Mark,
        "provider" => WordKinds.Provider,
        "symbol" => WordKinds.Symbol,
        "spacer" => WordKinds.Spacer,
        "filler" => WordKinds.Filler,
        "correction" => WordKinds.Correction,
        "restart" => WordKinds.Restart,
        "ordinal" => WordKinds.Ordinal,
        "month" => WordKinds.Month,
        "datelink" => WordKinds.DateLink,
        "unit" => WordKinds.Unit,
        "unitlead" => WordKinds.UnitLead,
        "street" => WordKinds.Street,
        "direction" => WordKinds.Direction,
        "dwelling" => WordKinds.Dwelling,
        "region" => WordKinds.Region,
        "title" => WordKinds.Title,
        "tail" => WordKinds.Tail,
        "namelead" => WordKinds.NameLead,
        "strongname" => WordKinds.StrongName,
        "cue" => WordKinds.Cue,
        "common" => WordKinds.Common,
        _ => throw new InvalidDataException($"A table of spoken forms has the unknown kind '{name}'."),
    };

    private static int Value(string kind, string value) => kind switch
    {
        "cue" => (int)Enum.Parse<CueKind>(value, ignoreCase: true),
        "nato" or "letter" or "letterword" or "symbol" => value[0],
        _ => int.Parse(value, CultureInfo.InvariantCulture),
    };

    private static WordLists List(string head) => head switch
    {
        "tld:" => WordLists.DomainEnd,
        "name:" => WordLists.Name,
        "nameword:" => WordLists.NameWord,
        "function:" => WordLists.Function,
        "acronym:" => WordLists.Acronym,
        "relative:" => WordLists.Relative,
        "business:" => WordLists.Business,
        _ => WordLists.None,
    };

    private bool Contains(ReadOnlySpan<char> word, WordLists list)
    {
        if (word.Length > LongestWord) return false;
        Span<char> lower = stackalloc char[LongestWord];
        return _lists.TryGetValue(lower[..Lower(word, lower)], out var lists) && (lists & list) != 0;
    }

    private static int Lower(ReadOnlySpan<char> word, Span<char> lower)
    {
        for (var i = 0; i < word.Length; i++) lower[i] = word[i] == '\u2019' ? '\'' : char.ToLowerInvariant(word[i]);
        return word.Length;
    }
}
