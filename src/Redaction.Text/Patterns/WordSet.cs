namespace Redaction.Text;

/// <summary>Words, looked up whatever their case.</summary>
internal sealed class WordSet(string words, char separator = ' ')
{
    private readonly WordTable<bool> _words = new(words.Split(separator).Select(static word => KeyValuePair.Create(word, true)));

    /// <summary>True for a word of the set.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
