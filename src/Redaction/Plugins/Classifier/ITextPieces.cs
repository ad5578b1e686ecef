namespace Redaction;

/// <summary>Cuts texts into the pieces that a model was trained on.</summary>
internal interface ITextPieces
{
    /// <summary>The number that stands before the pieces of a text.</summary>
    int First { get; }

    /// <summary>The number that stands behind them.</summary>
    int Last { get; }

    /// <summary>Adds the pieces of a text, in their order; blanks have none.</summary>
    void Cut(ReadOnlySpan<char> text, List<TextPiece> pieces);
}
