using System.Collections.Immutable;

namespace Redaction;

/// <summary>Text recovered from a medium (a transcript, an OCR page, a normalised view) with the way back to it.</summary>
public sealed class RecoveredText<TRegion>
    where TRegion : struct, IRegion<TRegion>
{
    private readonly string _text;

    /// <summary>Makes recovered text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Sorted by place in the text and disjoint.</param>
    /// <exception cref="ArgumentException">A piece lies outside the text, or pieces overlap or are not sorted.</exception>
    public RecoveredText(string text, ImmutableArray<TextPiece<TRegion>> pieces)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = 0;
        foreach (var piece in pieces)
        {
            if (piece.Span.Start < end || piece.Span.Length < 0)
                throw new ArgumentException("Pieces must be sorted and disjoint.", nameof(pieces));
            end = piece.Span.End;
        }
        if (end > text.Length) throw new ArgumentException("A piece lies outside the text.", nameof(pieces));
        _text = text;
        Pieces = pieces;
    }

    /// <summary>The recovered text.</summary>
    public ReadOnlySpan<char> Text => _text;

    /// <summary>The pieces, sorted by place in the text.</summary>
    public ImmutableArray<TextPiece<TRegion>> Pieces { get; }

    /// <summary>The place in the medium of a range of the text: the union of the pieces under it.</summary>
    /// <exception cref="RedactionException">A piece under the range has no place in the medium,
    /// or there is none (<see cref="ErrorCodes.NoTime"/>).</exception>
    public TRegion Locate(TextSpan span)
    {
        TRegion? region = null;
        for (var i = FirstEndingAfter(span.Start); i < Pieces.Length && Pieces[i].Span.Start < span.End; i++)
        {
            if (Pieces[i].Region is not { } piece) { region = null; break; }
            region = region is { } r ? TRegion.Beside(r, piece) : piece;
        }
        return region ?? throw new RedactionException(ErrorCodes.NoTime, "recovered-text", "A finding has no place in the medium.");
    }

    /// <summary>How unsure the reader is of each piece, from 0 to 1; empty when it does not say.</summary>
    internal ImmutableArray<float> Doubts { get; init; } = [];

    /// <summary>Where there is text that could not be read for sure; what of it was read is part of the text.</summary>
    internal ImmutableArray<TRegion> Unread { get; init; } = [];

    /// <summary>How unsure the reader is of a range of the text: the mean of its pieces.</summary>
    internal float DoubtOf(TextSpan span)
    {
        var (sum, count) = (0f, 0);
        for (var i = FirstEndingAfter(span.Start); i < Doubts.Length && Pieces[i].Span.Start < span.End; i++, count++) sum += Doubts[i];
        return count == 0 ? 0 : sum / count;
    }

    /// <summary>Returns the length only, never the text.</summary>
    public override string ToString() => $"RecoveredText(Length = {_text.Length})";

    private int FirstEndingAfter(int position)
    {
        int low = 0, high = Pieces.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Pieces[middle].Span.End > position) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
