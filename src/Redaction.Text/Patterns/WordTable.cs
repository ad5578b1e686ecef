namespace Redaction.Text;

/// <summary>Values of words, looked up whatever their case. Most words begin or end unlike any of the table,
/// and no look-up is needed to tell.</summary>
internal sealed class WordTable<TValue>
{
    private const int Letters = 27, LongestTold = 31;
    private readonly uint[] _lengths = new uint[Letters];
    private readonly Dictionary<string, TValue>.AlternateLookup<ReadOnlySpan<char>> _values;

    /// <summary>Makes a table; of a word given twice the first value counts.</summary>
    public WordTable(IEnumerable<KeyValuePair<string, TValue>> words)
    {
        // a frozen one takes longer to make than most runs look things up
        var values = new Dictionary<string, TValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, value) in words)
        {
            values.TryAdd(word, value);
            _lengths[Letter(word[0])] |= 1u << Math.Min(word.Length, LongestTold);
        }
        _values = values.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>True for a word of the table.</summary>
    public bool Contains(ReadOnlySpan<char> word) => MayContain(word) && _values.ContainsKey(word);

    /// <summary>Gives the value of a word.</summary>
    public bool TryGetValue(ReadOnlySpan<char> word, out TValue? value)
    {
        value = default;
        return MayContain(word) && _values.TryGetValue(word, out value);
    }

    private bool MayContain(ReadOnlySpan<char> word) =>
        !word.IsEmpty && (_lengths[Letter(word[0])] & (1u << Math.Min(word.Length, LongestTold))) != 0;

    private static int Letter(char c) => char.IsAsciiLetter(c) ? (c | 0x20) - 'a' : Letters - 1;
}
