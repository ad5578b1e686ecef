namespace Redaction.Text;

/// <summary>Names and numbers to look for: found in one pass, whatever their number.</summary>
/// <remarks>Filled by one thread; then any number may scan.</remarks>
internal sealed class MentionTable
{
    private const int LongestId = 48, ShortestId = 5, LongestGap = 3;
    private const int FewestPlaces = 8, Outvoted = 5;
    private const int MostSpare = 2, MostKept = 512;

    [ThreadStatic]
    private static Stack<MentionTable>? t_spare;

    private readonly Dictionary<(int Node, ulong Word), int> _edges = [];
    private readonly List<Mention?> _nodes = [null];
    private readonly Dictionary<ulong, Mention> _ids = [];
    private readonly HashFilter _firstWords = new();
    private readonly HashFilter _idStarts = new();
    private readonly Dictionary<ulong, int> _found = [];
    private HashSet<ulong>? _outvoted;

    public bool IsEmpty => _edges.Count == 0 && _ids.Count == 0;

    /// <summary>An empty table, perhaps one that was given back on this thread: records are short and many.</summary>
    public static MentionTable Rent() => t_spare is { Count: > 0 } spare ? spare.Pop() : new();

    /// <summary>Gives the table back; it must not be used any more.</summary>
    public void Return()
    {
        var spare = t_spare ??= new(MostSpare);
        if (_nodes.Count > MostKept || _ids.Count > MostKept || spare.Count == MostSpare) return;
        _edges.Clear();
        _nodes.RemoveRange(1, _nodes.Count - 1);
        _ids.Clear();
        _firstWords.Clear();
        _idStarts.Clear();
        _found.Clear();
        _outvoted = null;
        spare.Push(this);
    }

    /// <summary>Adds a sequence of words; where it is there already, the higher score stays.</summary>
    public void Add(ReadOnlySpan<ulong> words, in Mention mention)
    {
        var node = 0;
        if (words.Length > 0) _firstWords.Add(words[0]);
        foreach (var word in words)
        {
            if (!_edges.TryGetValue((node, word), out var next))
            {
                next = _nodes.Count;
                _nodes.Add(null);
                _edges.Add((node, word), next);
            }
            node = next;
        }
        if (node > 0 && (_nodes[node] is not { } known || known.Score < mention.Score)) _nodes[node] = mention;
    }

    /// <summary>Adds a word that was found by itself, and counts how often it was.</summary>
    public void AddLone(ulong word, in Mention mention)
    {
        _found[word] = _found.GetValueOrDefault(word) + 1;
        Add([word], in mention);
    }

    /// <summary>True for the hash of a lone word that stands in the text many times and was mostly not found: a class,
    /// a product, an ordinary word.</summary>
    public bool IsOutvoted(ulong word) => _outvoted is not null && _outvoted.Contains(word);

    /// <summary>Counts the lone words, so that those which were found at few of their places count for nothing.</summary>
    public void Vote(ReadOnlySpan<char> text)
    {
        if (_found.Count == 0) return;
        var seen = new Dictionary<ulong, int>();
        var reader = new WordReader(text);
        while (reader.Next())
        {
            var word = reader.Hash;
            if (_firstWords.MayHold(word) && _found.ContainsKey(word)) seen[word] = seen.GetValueOrDefault(word) + 1;
        }
        foreach (var (word, count) in seen)
            if (count >= FewestPlaces && count > Outvoted * _found[word]) (_outvoted ??= []).Add(word);
    }

    /// <summary>Adds a number or code, whose grouping does not matter.</summary>
    public void AddId(ReadOnlySpan<char> value, in Mention mention)
    {
        var hash = Folding.Empty;
        int length = 0, digits = 0;
        ulong start = 0;
        foreach (var c in value)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            if (char.IsDigit(c)) digits++;
            hash = Folding.Add(hash, c);
            if (++length == ShortestId) start = hash;
        }
        if (length is < ShortestId or > LongestId || digits == 0) return;
        _idStarts.Add(start);
        if (!_ids.TryGetValue(hash, out var known) || known.Score < mention.Score) _ids[hash] = mention;
    }

    /// <summary>Adds a finding for every mention that is not found yet.</summary>
    public void Scan(ReadOnlySpan<char> text, string detector, FindingSink<TextSpan> findings)
    {
        using var known = new KnownFindings(findings);
        var reader = new WordReader(text);
        while (reader.Next())
        {
            var (end, mention) = Longest(text, reader);
            if (end == 0) continue;
            var span = TextSpan.FromBounds(reader.Start, end);
            known.AddOrRaise(new(mention.Type, span, mention.Score, detector), findings);
            reader.End = end;
        }
    }

    /// <summary>The longest mention that begins with the current word; an end of 0 when there is none.</summary>
    private (int End, Mention Mention) Longest(ReadOnlySpan<char> text, WordReader reader)
    {
        (int End, Mention Mention) best = default;
        if (_firstWords.MayHold(reader.Hash) && _edges.TryGetValue((0, reader.Hash), out var node))
        {
            var first = TextSpan.FromBounds(reader.Start, reader.End);
            var ahead = reader;
            do
            {
                if (_nodes[node] is { } mention && !(mention.Form == MentionForm.Lone && IsOutvoted(reader.Hash))
                    && MentionForms.Fits(mention.Form, text, first, TextSpan.FromBounds(ahead.Start, ahead.End)) is var end and > 0)
                    best = (end, mention);
            }
            while (ahead.NextInPhrase() && _edges.TryGetValue((node, ahead.Hash), out node));
        }
        if (_ids.Count == 0 || !MayBeginId(text, reader.Start)) return best;
        return LongestCode(text, reader) is var id && id.End > best.End ? id : best;
    }

    /// <summary>Whether the first signs from a place on, whatever stands between them, are those of a number or code.</summary>
    private bool MayBeginId(ReadOnlySpan<char> text, int start)
    {
        var hash = Folding.Empty;
        int length = 0, gap = 0;
        for (var i = start; i < text.Length && gap <= LongestGap; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                gap++;
                continue;
            }
            gap = 0;
            hash = Folding.Add(hash, text[i]);
            if (++length == ShortestId) return _idStarts.MayHold(hash);
        }
        return false;
    }

    private (int End, Mention Mention) LongestCode(ReadOnlySpan<char> text, WordReader reader)
    {
        (int End, Mention Mention) best = default;
        var hash = Folding.Empty;
        var length = 0;
        do
        {
            length += reader.End - reader.Start;
            if (length > LongestId) break;
            hash = Folding.HashOf(text[reader.Start..reader.End], hash);
            if (_ids.TryGetValue(hash, out var mention)) best = (reader.End, mention);
        }
        while (reader.NextInPhrase());
        return best;
    }
}
