using Microsoft.ML.Tokenizers;

namespace Redaction;

/// <summary>Pieces of tokenizers that join the blank before a word with it: bytes (RoBERTa) and SentencePiece (XLM-RoBERTa,
/// DeBERTa).</summary>
/// <param name="tokenizer">Cuts.</param>
/// <param name="first">The number before the pieces of a text.</param>
/// <param name="last">The number behind them.</param>
/// <param name="numbers">The model's number of a piece, from the tokenizer's.</param>
/// <param name="addsBlank">The tokenizer puts the blank before a word itself.</param>
internal sealed class ChunkPieces(Tokenizer tokenizer, int first, int last, Func<int, int> numbers, bool addsBlank) : ITextPieces
{
    /// <inheritdoc/>
    public int First => first;

    /// <inheritdoc/>
    public int Last => last;

    /// <inheritdoc/>
    public void Cut(ReadOnlySpan<char> text, List<TextPiece> pieces)
    {
        for (var at = TextWords.Blanks(text); at < text.Length; at += TextWords.Blanks(text[at..]))
        {
            var length = 1;
            while (at + length < text.Length && !char.IsWhiteSpace(text[at + length])) length++;
            Cut(text.Slice(at, length), at, pieces);
            at += length;
        }
    }

    private void Cut(ReadOnlySpan<char> chunk, int at, List<TextPiece> pieces)
    {
        var blank = addsBlank || at == 0 ? 0 : 1; // the first word of a text has none before it
        var tokens = tokenizer.EncodeToTokens(blank == 0 ? chunk.ToString() : string.Concat(" ", chunk), out var folded);
        var before = addsBlank ? 1 : blank;
        var isFolded = !string.IsNullOrEmpty(folded) && folded.Length != chunk.Length + before;
        foreach (var token in tokens)
        {
            var (from, to) = (token.Offset.Start.Value - before, token.Offset.End.Value - before);
            pieces.Add(isFolded ? new(numbers(token.Id), at, at + chunk.Length)
                : new(numbers(token.Id), at + Math.Clamp(from, 0, chunk.Length), at + Math.Clamp(to, 0, chunk.Length)));
        }
    }
}
