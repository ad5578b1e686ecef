namespace Redaction.Audio;

/// <summary>Cuts words that are made of words for numbers into them: <c>zweihundertvierunddreißig</c>, <c>ikiyüzon</c>,
/// <c>وعشرون</c>.</summary>
internal sealed class NumberPieces
{
    private const int ShortestWord = 4;
    private const int LongestWord = 64;
    private const int ShortestPiece = 2;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _pieces;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _joiners;
    private readonly int _longest;

    /// <param name="pieces">The words for numbers.</param>
    /// <param name="joiners">What may stand between two of them, or before one.</param>
    public NumberPieces(IEnumerable<string> pieces, IEnumerable<string> joiners)
    {
        var all = new HashSet<string>(pieces.Where(static p => p.Length >= ShortestPiece), StringComparer.Ordinal);
        _pieces = all.GetAlternateLookup<ReadOnlySpan<char>>();
        _joiners = new HashSet<string>(joiners, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = all.Count == 0 ? 0 : all.Max(static p => p.Length);
    }

    /// <summary>Adds the ends of the parts; false where the word is no number, and nothing is added.</summary>
    public bool TryCut(ReadOnlySpan<char> word, List<int> ends)
    {
        if (_longest == 0 || word.Length is < ShortestWord or > LongestWord) return false;
        Span<char> folded = stackalloc char[LongestWord];
        if (WordFolding.Fold(word, folded) != word.Length) return false; // the parts must be found again in the word
        return TryCut(folded[..word.Length], 0, ends);
    }

    private bool TryCut(ReadOnlySpan<char> word, int at, List<int> ends)
    {
        if (at == word.Length) return ends.Count > 1;
        for (var length = Math.Min(_longest, word.Length - at); length > 0; length--)
        {
            var piece = word.Slice(at, length);
            var isNumber = length >= ShortestPiece && _pieces.Contains(piece);
            if (!isNumber && !(at + length < word.Length && _joiners.Contains(piece))) continue;
            ends.Add(at + length);
            if (TryCut(word, at + length, ends)) return true;
            ends.RemoveAt(ends.Count - 1);
        }
        return false;
    }
}
