namespace Redaction.Audio;

/// <summary>The spoken forms of one language, read from its table.</summary>
internal sealed class SpokenTable
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;
    private readonly WordKinds[] _kinds;
    private readonly Phrase[][] _phrases;
    private readonly Dictionary<string, WordLists>.AlternateLookup<ReadOnlySpan<char>> _lists;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly NumberPieces _pieces;
    private readonly string[] _streetEnds;

    public SpokenTable(SpokenTableReader read, HashSet<string> words)
    {
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        HasWords = words.Count > 0;
        (Language, Order, LongestName) = (read.Language, read.Order, read.LongestName);
        _ids = read.Ids.GetAlternateLookup<ReadOnlySpan<char>>();
        _phrases = [.. read.Phrases.Select(static p => p.OrderByDescending(static f => f.Rest.Length).ToArray())];
        _kinds = [.. read.Phrases.Select(static p => p.Aggregate(WordKinds.None, static (kinds, f) => kinds | f.Kind))];
        _lists = read.Lists.GetAlternateLookup<ReadOnlySpan<char>>();
        _streetEnds = [.. read.Lists.Where(static l => (l.Value & WordLists.StreetEnd) != 0).Select(static l => l.Key)];
        _pieces = new(read.Ids.Where(id => _phrases[id.Value].Any(IsPiece)).Select(static id => id.Key), Named(read, WordLists.Joiner));
    }

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; }

    /// <summary>In which order the parts of numbers and addresses are said.</summary>
    public SpokenOrder Order { get; }

    /// <summary>Characters of the longest name, in scripts without spaces.</summary>
    public int LongestName { get; }

    /// <summary>Number of a word, -1 for one that the table does not hold.</summary>
    public int Id(ReadOnlySpan<char> word)
    {
        if (word.Length > WordFolding.Longest) return -1;
        Span<char> folded = stackalloc char[WordFolding.Longest];
        return _ids.TryGetValue(folded[..WordFolding.Fold(word, folded)], out var id) ? id : -1;
    }

    /// <summary>Everything that a phrase beginning with the word can be.</summary>
    public WordKinds Kinds(int id) => id < 0 ? WordKinds.None : _kinds[id];

    /// <summary>The phrases that begin with the word, longest first.</summary>
    public ReadOnlySpan<Phrase> Phrases(int id) => id < 0 ? default : _phrases[id];

    /// <summary>Cuts a word made of words for numbers, such as <c>trecentoquaranta</c>, into them; false for any other word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="ends">The end of each part.</param>
    public bool TryCut(ReadOnlySpan<char> word, List<int> ends) => _pieces.TryCut(word, ends);

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
        if (word.Length > WordFolding.Longest) return false;
        Span<char> folded = stackalloc char[WordFolding.Longest];
        return _words.Contains(folded[..WordFolding.Fold(word, folded)]);
    }

    /// <summary>True for letters that are said one by one and tell nothing, such as <c>atm</c>.</summary>
    public bool IsAcronym(ReadOnlySpan<char> letters) => Contains(letters, WordLists.Acronym);

    /// <summary>True for a word of any of the lists.</summary>
    public bool Contains(ReadOnlySpan<char> word, WordLists list)
    {
        if (word.Length > WordFolding.Longest) return false;
        Span<char> folded = stackalloc char[WordFolding.Longest];
        return _lists.TryGetValue(folded[..WordFolding.Fold(word, folded)], out var lists) && (lists & list) != 0;
    }

    /// <summary>True for a word that ends like a street: <c>bahnhofstraße</c>.</summary>
    public bool EndsLikeStreet(ReadOnlySpan<char> word)
    {
        if (_streetEnds.Length == 0 || word.Length > WordFolding.Longest) return false;
        Span<char> folded = stackalloc char[WordFolding.Longest];
        var length = WordFolding.Fold(word, folded);
        foreach (var end in _streetEnds)
            if (length > end.Length + 2 && folded[..length].EndsWith(end)) return true;
        return false;
    }

    private static bool IsPiece(Phrase phrase) =>
        phrase.Rest.Length == 0 && (phrase.Kind & (WordKinds.Digit | WordKinds.Number | WordKinds.Scale)) != 0;

    private static IEnumerable<string> Named(SpokenTableReader read, WordLists list) =>
        read.Lists.Where(l => (l.Value & list) != 0).Select(static l => l.Key);
}
