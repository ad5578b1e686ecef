namespace Redaction.Audio;

/// <summary>
/// Which bytes of a transcript its format has read as text, and which as structure; what is left is nothing that it understands.
/// </summary>
internal sealed class TranscriptCoverage
{
    /// <summary>Text of a format of somebody else's, which does not say what its structure is.</summary>
    private const string Unclaimed = "unclaimed";

    private static ReadOnlySpan<byte> Blanks => " \t\r\n\uFEFF"u8;

    private readonly byte[] _kinds;
    private readonly List<Leftover> _leftovers = [];

    private TranscriptCoverage(int length) => _kinds = new byte[length];

    private enum Kind : byte { None, Structure, Searched, Unsearched }

    /// <summary>Bytes of fields.</summary>
    public long Searched { get; private set; }

    /// <summary>Bytes of structure and white space.</summary>
    public long Structure { get; private set; }

    /// <summary>What nobody read, in the order of the file.</summary>
    public IReadOnlyList<Leftover> Leftovers => _leftovers;

    /// <summary>Looks at all that a format has added.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="structure">What the format calls structure; empty when it does not tell.</param>
    /// <param name="strange">What stands in fields but where the format has no place for it.</param>
    public static TranscriptCoverage Of(
        ReadOnlySpan<byte> content, IEnumerable<(int Start, int Length)> fields, IReadOnlyList<(int Start, int Length)> structure,
        IReadOnlyList<(int Start, int Length, string Kind)> strange)
    {
        var coverage = new TranscriptCoverage(content.Length);
        foreach (var (start, length) in structure) coverage.Fill(start, length, Kind.Structure);
        foreach (var (start, length) in fields) coverage.Fill(start, length, Kind.Searched);
        foreach (var (start, length, _) in strange) coverage.Fill(start, length, Kind.Unsearched);
        coverage.Count(content, structure.Count > 0, strange);
        return coverage;
    }

    private void Fill(int start, int length, Kind kind) => _kinds.AsSpan(start, length).Fill((byte)kind);

    private void Count(ReadOnlySpan<byte> content, bool tellsStructure, IReadOnlyList<(int Start, int Length, string Kind)> strange)
    {
        var place = 0;
        for (var at = 0; at < content.Length;)
        {
            var kind = (Kind)_kinds[at];
            var length = _kinds.AsSpan(at).IndexOfAnyExcept((byte)kind);
            if (length < 0) length = content.Length - at;
            if (kind == Kind.Searched) Searched += length;
            else if (kind == Kind.Structure) Structure += length;
            else if (kind == Kind.None) AddUntold(content, at, length, tellsStructure);
            else
            {
                while (place + 1 < strange.Count && strange[place + 1].Start <= at) place++;
                _leftovers.Add(new(at, length, strange[place].Kind, IsCertain: true, IsStrange: true));
            }
            at += length;
        }
    }

    /// <summary>White space separates whatever stands there.</summary>
    private void AddUntold(ReadOnlySpan<byte> content, int at, int length, bool tellsStructure)
    {
        var left = content.Slice(at, length).TrimStart(Blanks);
        at += length - left.Length;
        left = left.TrimEnd(Blanks);
        Structure += length - left.Length;
        if (left.IsEmpty) return;
        _leftovers.Add(new(at, left.Length, tellsStructure ? "not-understood" : Unclaimed, tellsStructure, IsStrange: false));
    }

    /// <summary>Tells a ledger.</summary>
    /// <param name="content">The file.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="choice">What is done with lines that stand where the format has none, and with data.</param>
    /// <param name="otherwise">What is done with the rest.</param>
    public void Tell(ReadOnlySpan<byte> content, SearchLedger ledger, UnsearchedChoice choice, UnsearchedChoice otherwise)
    {
        ledger.AddSearched(Searched);
        ledger.AddStructure(Structure);
        var (line, at) = (1L, 0);
        foreach (var left in _leftovers)
        {
            line += content[at..left.Start].Count((byte)'\n');
            at = left.Start;
            var done = !left.IsCertain ? UnsearchedChoice.Keep : left.IsStrange ? choice : otherwise;
            ledger.AddUnsearched(new(left.Kind, left.Length, done) { Line = line, Offset = left.Start });
        }
    }

    /// <summary>A run of bytes that nobody read.</summary>
    /// <param name="Start">First byte.</param>
    /// <param name="Length">Number of bytes.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="IsCertain">False when the format does not tell its structure, so that this may be nothing else.</param>
    /// <param name="IsStrange">The format has said so; otherwise nobody has said anything.</param>
    internal readonly record struct Leftover(int Start, int Length, string Kind, bool IsCertain, bool IsStrange);
}
