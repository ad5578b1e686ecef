using System.Globalization;

namespace Redaction.Audio;

/// <summary>Reads a table of spoken forms; the format is told in the README beside the tables.</summary>
internal sealed class SpokenTableReader
{
    /// <summary>What a table takes over from another language, where it does not hold the word itself: numbers are mixed.</summary>
    private const WordKinds Shared = WordKinds.Digit | WordKinds.Number | WordKinds.Repeat | WordKinds.Symbol | WordKinds.Provider;

    public Dictionary<string, int> Ids { get; } = new(StringComparer.Ordinal);

    public List<List<Phrase>> Phrases { get; } = [];

    public Dictionary<string, WordLists> Lists { get; } = new(StringComparer.Ordinal);

    public string Language { get; private set; } = "";

    public SpokenOrder Order { get; private set; }

    /// <summary>Characters of the longest name, in scripts without spaces.</summary>
    public int LongestName { get; private set; }

    /// <summary>Reads all lines.</summary>
    /// <param name="reader">The table.</param>
    /// <param name="open">Opens the table of another language.</param>
    /// <exception cref="InvalidDataException">A line is not understood.</exception>
    public void Read(TextReader reader, Func<string, TextReader> open)
    {
        var shared = new List<string>();
        foreach (var (head, tail) in Entries(reader))
            if (head == "language") Language = tail;
            else if (head == "order") Order = tail.Split(' ').Aggregate(SpokenOrder.None, static (order, word) => order | OrderOf(word));
            else if (head == "longest name") LongestName = int.Parse(tail, CultureInfo.InvariantCulture);
            else if (head == "shares") shared.AddRange(tail.Split(' '));
            else AddEntry(head, tail);
        var own = Ids.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var language in shared)
        {
            using var other = open(language);
            foreach (var (head, tail) in Entries(other))
                if (IsShared(head))
                    AddPhrases(head, tail, phrase => !own.Contains(phrase[0]) && !Lists.ContainsKey(phrase[0]));
        }
    }

    /// <summary>Adds names that are seldom other words, one a line.</summary>
    public void AddNames(TextReader names)
    {
        while (names.ReadLine() is { } name)
            if (WordFolding.Fold(name) is var folded && !Ids.ContainsKey(folded))
                Lists[folded] = Lists.GetValueOrDefault(folded) | WordLists.Name;
    }

    private static bool IsShared(string head) =>
        head is not ("language" or "order" or "shares" or "longest name") && WordKindNames.List(head) == WordLists.None
            && (WordKindNames.Kind(head.Split(' ')[0]) & Shared) != 0;

    private static IEnumerable<(string Head, string Tail)> Entries(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (!line.StartsWith('#') && colon >= 0) yield return (line[..colon], line[(colon + 2)..]);
        }
    }

    private void AddEntry(string head, string tail)
    {
        if (head == "grammar:")
        {
            AddEntry("function:", tail);
            AddEntry("common:", tail);
        }
        else if (WordKindNames.List(head) is not WordLists.None and var list)
            foreach (var word in SpokenLexicon.Fill(tail.Split(' ', StringSplitOptions.RemoveEmptyEntries), Language))
                Lists[WordFolding.Fold(word)] = Lists.GetValueOrDefault(WordFolding.Fold(word)) | list;
        else AddPhrases(head, tail, static _ => true);
    }

    private void AddPhrases(string head, string tail, Predicate<string[]> isWanted)
    {
        var isList = head.EndsWith(':') && !head.Contains(' ', StringComparison.Ordinal);
        var parts = head.TrimEnd(isList ? ':' : ' ').Split(' ', 2);
        var kind = WordKindNames.Kind(parts[0]);
        var counts = parts.Length > 1 && parts[1].Length > 1 && parts[1].EndsWith('+');
        var value = parts.Length > 1 ? Value(parts[0], counts ? parts[1][..^1] : parts[1]) : 0;
        var written = tail.Split(isList ? ' ' : ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var phrase in SpokenLexicon.Fill(written, Language))
        {
            var words = Split(phrase);
            if (isWanted(words))
            {
                var first = Intern(words[0]);
                Phrases[first].Add(new(kind, value, [.. words.Skip(1).Select(Intern)]));
            }
            if (counts) value++;
        }
    }

    /// <summary>The words of a phrase; characters of scripts without spaces are one each.</summary>
    private static string[] Split(string phrase)
    {
        var words = new List<string>();
        foreach (var word in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            for (var i = 0; i < word.Length;)
            {
                var end = i + 1;
                if (!WordLetters.IsAlone(word[i]))
                    while (end < word.Length && !WordLetters.IsAlone(word[end])) end++;
                words.Add(WordFolding.Fold(word[i..end]));
                i = end;
            }
        return [.. words];
    }

    private int Intern(string word)
    {
        if (Ids.TryGetValue(word, out var id)) return id;
        Ids.Add(word, id = Phrases.Count);
        Phrases.Add([]);
        return id;
    }

    private static SpokenOrder OrderOf(string name) => name switch
    {
        "tens-units" => SpokenOrder.TensUnits,
        "units-tens" => SpokenOrder.UnitsTens,
        "number-last" => SpokenOrder.NumberLast,
        "name-first" => SpokenOrder.NameFirst,
        _ => throw new InvalidDataException($"A table of spoken forms has the unknown order '{name}'."),
    };

    private static int Value(string kind, string value) => kind switch
    {
        "cue" => (int)Enum.Parse<CueKind>(value, ignoreCase: true),
        "nato" or "letter" or "letterword" or "symbol" => value[0],
        _ => int.Parse(value, CultureInfo.InvariantCulture),
    };
}
