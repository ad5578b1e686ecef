using System.Runtime.InteropServices;

namespace Redaction.Documents.Pdf;

/// <summary>Finds the lines of a page from where its glyphs stand.</summary>
internal static class TextLines
{
    /// <summary>In ems: what parts words, what parts columns, and how far a glyph may stand off its line.</summary>
    public const double WordGap = 0.18, ColumnGap = 1.4, Slack = 0.45;

    /// <summary>The rows of a page from top to bottom, each with its pieces from left to right.</summary>
    public static List<List<PdfLine>> Rows(List<PageGlyph> glyphs)
    {
        var groups = new SortedDictionary<int, List<PlacedGlyph>>();
        var last = 0;
        var all = CollectionsMarshal.AsSpan(glyphs);
        for (var i = 0; i < all.Length; i++)
        {
            ref readonly var glyph = ref all[i];
            var angle = Angle(in glyph, last);
            last = angle;
            if (!groups.TryGetValue(angle, out var group)) groups[angle] = group = new(groups.Count == 0 ? glyphs.Count : 4);
            group.Add(Place(in glyph, i, angle));
        }
        var rows = new List<List<PdfLine>>();
        foreach (var (angle, group) in groups) Add(angle, group, rows);
        return rows;
    }

    /// <summary>To two degrees; a glyph that goes nowhere goes where the one before it does.</summary>
    private static int Angle(in PageGlyph glyph, int last)
    {
        if (!(Math.Abs(glyph.DX) + Math.Abs(glyph.DY) > 1e-9)) return last;
        if (glyph.DY == 0 && glyph.DX > 0) return 0; // as most do
        var angle = (int)Math.Round(Math.Atan2(glyph.DY, glyph.DX) * 90 / Math.PI) * 2;
        return angle is -180 ? 180 : angle;
    }

    private static PlacedGlyph Place(in PageGlyph glyph, int index, int angle)
    {
        var (sin, cos) = angle == 0 ? (0, 1) : Math.SinCos(angle * Math.PI / 180);
        var left = glyph.X * cos + glyph.Y * sin;
        return new(index, left, left + glyph.DX * cos + glyph.DY * sin, glyph.Y * cos - glyph.X * sin, glyph.Size, glyph.Text ?? "\uFFFD");
    }

    private static void Add(int angle, List<PlacedGlyph> glyphs, List<List<PdfLine>> rows)
    {
        Sort(glyphs, static (a, b) => a.Baseline != b.Baseline ? b.Baseline.CompareTo(a.Baseline) : a.Index.CompareTo(b.Index));
        for (var start = 0; start < glyphs.Count;)
        {
            var end = start + 1;
            var (first, size) = (glyphs[start].Baseline, glyphs[start].Size);
            while (end < glyphs.Count && first - glyphs[end].Baseline <= Slack * Math.Max(Math.Min(size, glyphs[end].Size), 0.01))
            {
                size = Math.Max(size, glyphs[end].Size);
                end++;
            }
            rows.Add(Row(angle, glyphs[start..end]));
            start = end;
        }
    }

    /// <summary>Most pages are written in the order in which they are read.</summary>
    private static void Sort(List<PlacedGlyph> glyphs, Comparison<PlacedGlyph> order)
    {
        var i = 1;
        while (i < glyphs.Count && order(glyphs[i - 1], glyphs[i]) <= 0) i++;
        if (i < glyphs.Count) glyphs.Sort(order);
    }

    private static List<PdfLine> Row(int angle, List<PlacedGlyph> glyphs)
    {
        Sort(glyphs, static (a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Index.CompareTo(b.Index));
        var row = new List<PdfLine>();
        PdfLine? line = null;
        foreach (var glyph in glyphs)
        {
            if (line is null || glyph.Left - line.Right > ColumnGap * Math.Max(glyph.Size, 0.01))
            {
                if (glyph.Text == " ") continue; // nothing stands there
                row.Add(line = new(glyph.Baseline, glyph.Size, angle) { Right = glyph.Right });
            }
            // A blank at the end of a piece tells nothing of where the text goes on.
            if (glyph.Text != " ") line.Right = Math.Max(line.Right, glyph.Right);
            line.Glyphs.Add(glyph);
        }
        return row;
    }
}
