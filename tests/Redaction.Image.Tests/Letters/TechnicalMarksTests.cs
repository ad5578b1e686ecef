using System.Collections.Immutable;
using Xunit;

namespace Redaction.Image.Tests;

public sealed class TechnicalMarksTests
{
    private const int Cell = 10, High = 14;

    [Fact]
    public void TakeOut_OfMarks_LeavesTheRestInItsPlaces()
    {
        var text = Written("Mara Lark      R LAT\nR\nsees R LAT\n");

        var left = TechnicalMarks.TakeOut(text, new Sides());

        Assert.Equal("Mara Lark\nsees R LAT\n", left.Text.ToString());
        foreach (var word in (string[])["Mara", "Lark", "sees", "LAT"])
        {
            var (before, after) = (text.Text.LastIndexOf(word), left.Text.LastIndexOf(word));
            Assert.Equal(text.Locate(new(before, word.Length)), left.Locate(new(after, word.Length)));
        }
    }

    [Fact]
    public void TakeOut_OfUnreadMarks_LeavesOtherUnreadText()
    {
        var mark = new PixelBox(0, 0, Cell, High);
        var other = new PixelBox(200, 200, 50, High);
        var text = new RecoveredText<PixelBox>("R\n", [new(new(0, 1), mark)]) { Unread = [mark, other] };

        Assert.Equal(other, Assert.Single(TechnicalMarks.TakeOut(text, new Sides()).Unread));
    }

    [Fact]
    public void TakeOut_OfAPartOfAnUnreadLine_LeavesTheLine()
    {
        var line = new PixelBox(0, 0, 12 * Cell, High);
        var text = new RecoveredText<PixelBox>("R\n", [new(new(0, 1), new PixelBox(0, 0, Cell, High))]) { Unread = [line] };

        Assert.Equal(line, Assert.Single(TechnicalMarks.TakeOut(text, new Sides()).Unread));
    }

    [Fact]
    public void Rulers_AreTold_AndLettersAreNot()
    {
        Assert.True(Rulers.Fill(Strokes(static i => 16 * i, static i => i % 5 == 0 ? 40 : 20), 192, 48));
        Assert.False(Rulers.Fill(Strokes(static i => 16 * i + (i % 3 == 0 ? 6 : 0), static _ => 40), 192, 48)); // uneven distances
        Assert.False(Rulers.Fill(Strokes(static i => 44 * i, static _ => 40), 192, 48)); // too few
        Assert.False(Rulers.Fill(Noise(), 192, 48));
    }

    /// <summary>Upright strokes that begin at the bottom, with a line below them.</summary>
    private static float[] Strokes(Func<int, int> place, Func<int, int> tall)
    {
        var planes = Enumerable.Repeat(-1f, 3 * 192 * 48).ToArray();
        for (var i = 0; place(i) < 188; i++)
            for (var y = 48 - tall(i); y < 48; y++)
                for (var x = place(i); x < place(i) + 3; x++) planes[192 * 48 + y * 192 + x] = 1;
        for (var x = 0; x < 192; x++) planes[192 * 48 + 47 * 192 + x] = 1;
        return planes;
    }

    private static float[] Noise()
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, 3 * 192 * 48).Select(_ => random.NextSingle() * 2 - 1)];
    }

    /// <summary>A text of which every character but blanks has its cell in a grid.</summary>
    private static RecoveredText<PixelBox> Written(string text)
    {
        var pieces = ImmutableArray.CreateBuilder<TextPiece<PixelBox>>();
        var kept = new System.Text.StringBuilder();
        var (row, column) = (0, 0);
        foreach (var c in text)
        {
            if (c == '\n') (row, column) = (row + 1, -1);
            else if (c != ' ') pieces.Add(new(new(kept.Length, 1), new PixelBox(column * Cell, row * 3 * High, Cell, High)));
            if (c != ' ' || kept[^1] != ' ') kept.Append(c);
            column++;
        }
        return new(kept.ToString(), pieces.DrainToImmutable());
    }

    private sealed class Sides : ITechnicalPicture
    {
        public bool IsMark(ReadOnlySpan<char> text) => text is "R" or "R LAT";
    }
}
