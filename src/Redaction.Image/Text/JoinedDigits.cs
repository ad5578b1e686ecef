using System.Collections.Immutable;
using System.Text;

namespace Redaction.Image;

/// <summary>The text of an image without the spaces within numbers, and with some between numbers and words: a reader puts them in the
/// wrong places, and formats with groups, or dates that run into a word, are then missed.</summary>
internal static class JoinedDigits
{
    private const int LeastDigits = 2, LeastLetters = 3; // of a number and a word that a space is missing between

    /// <summary>Null when there is nothing to join or part.</summary>
    public static RecoveredText<PixelBox>? Of(RecoveredText<PixelBox> text)
    {
        var from = text.Text;
        var joined = new StringBuilder(from.Length);
        var pieces = ImmutableArray.CreateBuilder<TextPiece<PixelBox>>(text.Pieces.Length);
        var next = 0;
        for (var i = 0; i < from.Length; i++)
        {
            if (from[i] == ' ' && i > 0 && i + 1 < from.Length && char.IsAsciiDigit(from[i - 1]) && char.IsAsciiDigit(from[i + 1]))
                continue;
            if (IsParted(from, i)) joined.Append(' ');
            if (next < text.Pieces.Length && text.Pieces[next].Span.Start == i)
            {
                var piece = text.Pieces[next++];
                pieces.Add(piece with { Span = piece.Span with { Start = joined.Length } });
            }
            joined.Append(from[i]);
        }
        return joined.Equals(from) ? null : new(joined.ToString(), pieces.DrainToImmutable());
    }

    /// <summary>True where a word begins right after a number: <c>03/02/2024with</c>.</summary>
    private static bool IsParted(ReadOnlySpan<char> text, int at)
    {
        if (at < LeastDigits || at + LeastLetters > text.Length) return false;
        foreach (var c in text.Slice(at - LeastDigits, LeastDigits))
            if (!char.IsAsciiDigit(c)) return false;
        foreach (var c in text.Slice(at, LeastLetters))
            if (!char.IsLetter(c)) return false;
        return true;
    }
}
