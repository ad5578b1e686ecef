using System.Collections.Immutable;
using System.Text;

namespace Redaction.Image;

/// <summary>The text of an image without the spaces within numbers: a reader puts them in the wrong places,
/// and formats with groups are then missed.</summary>
internal static class JoinedDigits
{
    /// <summary>Null when there is nothing to join.</summary>
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
            if (next < text.Pieces.Length && text.Pieces[next].Span.Start == i)
            {
                var piece = text.Pieces[next++];
                pieces.Add(piece with { Span = piece.Span with { Start = joined.Length } });
            }
            joined.Append(from[i]);
        }
        return joined.Length == from.Length ? null : new(joined.ToString(), pieces.DrainToImmutable());
    }
}
