namespace Redaction;

/// <summary>A table of words; the format is told in the README beside the tables.</summary>
internal sealed class LexiconTable
{
    private const string OnlyWritten = " written";
    private const StringSplitOptions Options = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private LexiconTable(string name, List<LexiconLine> lines) => (Name, Lines) = (name, [.. lines]);

    /// <summary>Name of the table.</summary>
    public string Name { get; }

    /// <summary>The lines, in the order of the table.</summary>
    public LexiconLine[] Lines { get; }

    /// <summary>Reads the table that is a resource of the assembly of <paramref name="owner"/>.</summary>
    public static LexiconTable Load(Type owner, string name)
    {
        using var stream = owner.Assembly.GetManifestResourceStream("lexicon/" + name)
            ?? throw new InvalidDataException($"The table of words '{name}' is missing.");
        using var reader = new StreamReader(stream);
        return Read(name, reader);
    }

    /// <summary>Reads a table.</summary>
    public static LexiconTable Read(string name, TextReader reader)
    {
        var lines = new List<LexiconLine>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon <= 0) throw new InvalidDataException($"The table of words '{name}' has a line without a kind.");
            var areWords = line[colon - 1] == ':';
            var words = line[(colon + 2)..].Split(areWords ? ' ' : ',', Options);
            lines.Add(new(line[..(areWords ? colon - 1 : colon)], words));
        }
        return new(name, lines);
    }

    /// <summary>The words of all lines with the head.</summary>
    public string[] Words(string head) => [.. Lines.Where(l => l.Head == head).SelectMany(static l => l.Words)];

    /// <summary>The words of all lines whose head is any language and one of the kinds; the mark <c>written</c> does not count.</summary>
    public IEnumerable<string> Of(params string[] kinds) =>
        Lines.Where(l => kinds.Contains(KindOf(l.Head), StringComparer.Ordinal)).SelectMany(static l => l.Words);

    /// <summary>The words of a language that are said as they are written.</summary>
    public string[] Said(string language) =>
    [
        .. Lines.Where(l => LanguageOf(l.Head).SequenceEqual(language) && !l.Head.EndsWith(OnlyWritten, StringComparison.Ordinal))
            .SelectMany(static l => l.Words),
    ];

    /// <summary>The first word of a head.</summary>
    public static ReadOnlySpan<char> LanguageOf(string head) => head.AsSpan(0, Math.Max(0, head.IndexOf(' ')));

    /// <summary>What a head says beside the language, without the mark <c>written</c>.</summary>
    public static string KindOf(string head)
    {
        var kind = head[(head.IndexOf(' ') + 1)..];
        return kind.EndsWith(OnlyWritten, StringComparison.Ordinal) ? kind[..^OnlyWritten.Length] : kind;
    }
}
