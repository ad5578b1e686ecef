using System.Runtime.InteropServices;

namespace Redaction.Documents.Pdf;

/// <summary>Puts the lines of a page in the orders in which somebody could read them.</summary>
internal static class ReadingOrder
{
    private const int FewestSpaced = 5;
    private const double NextLine = 2.3, Overlap = 0.3;

    /// <summary>Row by row, as tables are read; pieces of a row are parted by a tabulator.</summary>
    public static PdfPageText ByRows(List<List<PdfLine>> rows)
    {
        var text = new PdfPageText();
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0) text.Gap('\n');
            if (i > 0 && IsParagraph(rows[i - 1], rows[i])) text.Gap('\n');
            foreach (var piece in rows[i])
            {
                if (piece != rows[i][0]) text.Gap('\t');
                var start = text.Length;
                LineText.Add(piece, text);
                text.Pieces.Add((i, piece, start, text.Length));
            }
        }
        return text;
    }

    private static bool IsParagraph(List<PdfLine> above, List<PdfLine> row) =>
        above.Count > 0 && row.Count > 0 && above[0].Baseline - row[0].Baseline > NextLine * row[0].Size;

    /// <summary>Column by column; null where that is the same: no row has more than one piece, and no letters stand below each other.
    /// </summary>
    public static PdfPageText? ByColumns(List<List<PdfLine>> rows)
    {
        if (rows.TrueForAll(static r => r.Count < 2) && rows.Count(static r => r is [{ Glyphs.Count: 1 }]) < 3) return null;
        var blocks = new List<List<PdfLine>>();
        foreach (var row in rows)
            foreach (var piece in row)
            {
                var block = blocks.FindLast(b => Continues(b[^1], piece));
                if (block is null) blocks.Add([piece]);
                else block.Add(piece);
            }
        var text = new PdfPageText();
        foreach (var block in blocks)
        {
            if (text.Length > 0)
            {
                text.Gap('\n');
                text.Gap('\n');
            }
            var isStack = block.Count > 2 && block.TrueForAll(static l => l.Glyphs.Count == 1);
            foreach (var line in block)
            {
                if (line != block[0] && !isStack) text.Gap('\n');
                LineText.Add(line, text);
            }
        }
        return text;
    }

    private static bool Continues(PdfLine above, PdfLine line)
    {
        if (above.Angle != line.Angle || above.Baseline - line.Baseline > NextLine * Math.Max(line.Size, above.Size)
            || above.Baseline <= line.Baseline) return false;
        var common = Math.Min(above.Right, line.Right) - Math.Max(above.Left, line.Left);
        return common > Overlap * Math.Min(above.Right - above.Left, line.Right - line.Left);
    }

    /// <summary>In the order of the operators; letters that all stand as far from each other are words.</summary>
    public static PdfPageText AsWritten(List<PageGlyph> list, out bool isSpaced)
    {
        var text = new PdfPageText();
        var glyphs = CollectionsMarshal.AsSpan(list);
        isSpaced = false;
        var spaced = 0; // up to which glyph
        for (var i = 0; i < glyphs.Length; i++)
        {
            ref readonly var glyph = ref glyphs[i];
            if (i > 0)
            {
                var (along, across) = Step(glyphs[i - 1], in glyph);
                var isGap = i >= spaced && along > TextLines.WordGap * glyph.Size;
                if (isGap && EndOfSpaced(glyphs, i, along) is var end && end - i >= FewestSpaced)
                    (spaced, isSpaced) = (end, true);
                if (Math.Abs(across) > TextLines.Slack * Math.Max(glyphs[i - 1].Size, glyph.Size)) text.Gap('\n');
                else if (i >= spaced && (along > TextLines.WordGap * glyph.Size || along < -glyphs[i - 1].Size)) text.Gap(' ');
            }
            text.Add(glyph.Text ?? "\uFFFD", i);
        }
        return text;
    }

    private static int EndOfSpaced(ReadOnlySpan<PageGlyph> glyphs, int first, double gap)
    {
        var end = first + 1;
        for (; end < glyphs.Length; end++)
        {
            var (along, across) = Step(glyphs[end - 1], glyphs[end]);
            var slack = TextLines.WordGap * glyphs[end].Size;
            if (Math.Abs(along - gap) > slack || Math.Abs(across) > slack) break;
        }
        return end;
    }

    /// <summary>How far a glyph stands from the one before it, along the line and across.</summary>
    private static (double Along, double Across) Step(in PageGlyph before, in PageGlyph glyph)
    {
        var (dx, dy) = (glyph.X - before.X - before.DX, glyph.Y - before.Y - before.DY);
        var length = Math.Sqrt(before.DX * before.DX + before.DY * before.DY);
        var (ux, uy) = length > 1e-9 ? (before.DX / length, before.DY / length) : (1.0, 0.0);
        return (dx * ux + dy * uy, dy * ux - dx * uy);
    }
}
