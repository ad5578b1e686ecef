using Microsoft.ML.Tokenizers;

namespace Redaction;

/// <summary>WordPiece, of BERT, DistilBERT, ELECTRA and their like.</summary>
internal sealed class BertPieces(BertTokenizer tokenizer) : ITextPieces
{
    /// <inheritdoc/>
    public int First => tokenizer.ClassificationTokenId;

    /// <inheritdoc/>
    public int Last => tokenizer.SeparatorTokenId;

    /// <inheritdoc/>
    public void Cut(ReadOnlySpan<char> text, List<TextPiece> pieces)
    {
        for (var at = TextWords.Blanks(text); at < text.Length; at += TextWords.Blanks(text[at..]))
        {
            var length = TextWords.Length(text[at..]);
            // Each piece has the place of its word: what the tokenizer tells is a place of the folded text.
            foreach (var id in tokenizer.EncodeToIds(text.Slice(at, length), addSpecialTokens: false)) pieces.Add(new(id, at, at + length));
            at += length;
        }
    }
}
