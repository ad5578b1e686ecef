using System.Collections.Immutable;
using System.Text;

namespace Redaction.Image;

/// <summary>Takes marks of apparatuses out of recovered text, so that nothing around them makes a place or a name of them.</summary>
internal static class TechnicalMarks
{
    /// <summary>Heights of a character that part pieces of writing which stand in one row.</summary>
    private const float Gap = 1.1f;

    /// <summary>The text without the marks, each of which ends a line; what was unread and is a mark is not unread.</summary>
    public static RecoveredText<PixelBox> TakeOut(RecoveredText<PixelBox> text, ITechnicalPicture picture)
    {
        var kept = new StringBuilder(text.Text.Length);
        var pieces = ImmutableArray.CreateBuilder<TextPiece<PixelBox>>(text.Pieces.Length);
        var doubts = ImmutableArray.CreateBuilder<float>(text.Doubts.Length);
        var marks = new List<PixelBox>();
        for (var (first, from) = (0, 0); first < text.Pieces.Length;)
        {
            var next = EndOf(text, first);
            var end = next < text.Pieces.Length ? text.Pieces[next].Span.Start : text.Text.Length;
            var span = new TextSpan(text.Pieces[first].Span.Start, text.Pieces[next - 1].Span.End - text.Pieces[first].Span.Start);
            if (picture.IsMark(text.Text.Slice(span.Start, span.Length)))
            {
                marks.Add(text.Locate(span));
                if (kept.Length > 0) kept[^1] = '\n';
            }
            else
            {
                var moved = kept.Length - from;
                kept.Append(text.Text[from..end]);
                for (var i = first; i < next; i++)
                {
                    var piece = text.Pieces[i];
                    pieces.Add(piece with { Span = piece.Span with { Start = piece.Span.Start + moved } });
                    if (i < text.Doubts.Length) doubts.Add(text.Doubts[i]);
                }
            }
            (first, from) = (next, end);
        }
        if (marks.Count == 0) return text;
        var unread = text.Unread.Where(place => !marks.Exists(mark => Fills(mark, place)));
        return new(kept.ToString(), pieces.DrainToImmutable()) { Doubts = doubts.DrainToImmutable(), Unread = [.. unread] };
    }

    /// <summary>Where the piece of writing ends: with its line, or before a gap.</summary>
    private static int EndOf(RecoveredText<PixelBox> text, int first)
    {
        var next = first + 1;
        for (; next < text.Pieces.Length; next++)
        {
            var (before, here) = (text.Pieces[next - 1], text.Pieces[next]);
            if (text.Text[before.Span.End..here.Span.Start].Contains('\n')) break;
            if (before.Region is { } left && here.Region is { } right && Distance(left, right) > Gap * Height(left, right)) break;
        }
        return next;
    }

    private static int Distance(PixelBox a, PixelBox b) =>
        Math.Max(Math.Max(b.X - a.Right, a.X - b.Right), Math.Max(b.Y - a.Bottom, a.Y - b.Bottom));

    /// <summary>The height of letters of a line that lies or stands: the side that both have about the same of.</summary>
    private static int Height(PixelBox a, PixelBox b) =>
        Math.Abs(a.X - b.X) >= Math.Abs(a.Y - b.Y) ? Math.Max(a.Height, b.Height) : Math.Max(a.Width, b.Width);

    /// <summary>True when most of a place is the mark.</summary>
    private static bool Fills(PixelBox mark, PixelBox place)
    {
        var width = Math.Min(mark.Right, place.Right) - Math.Max(mark.X, place.X);
        var height = Math.Min(mark.Bottom, place.Bottom) - Math.Max(mark.Y, place.Y);
        return width > 0 && height > 0 && 3L * width * height >= 2L * place.Width * place.Height;
    }
}
