using System.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Draws boxes where glyphs stood.</summary>
internal static class BoxWriter
{
    /// <summary>Adds the boxes of the glyphs that go; neighbours have one between them.</summary>
    public static void Add(IReadOnlyList<ShownGlyph> glyphs, Func<int, bool> goes, StringBuilder boxes)
    {
        Span<(double X, double Y)> first = stackalloc (double, double)[4];
        Span<(double X, double Y)> last = stackalloc (double, double)[4];
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (!goes(i)) continue;
            glyphs[i].Corners(first);
            first.CopyTo(last);
            while (i + 1 < glyphs.Count && goes(i + 1)) glyphs[++i].Corners(last);
            if (glyphs[i].IsVertical) Draw(first[1], first[2], last[3], last[0], boxes);
            else Draw(first[0], first[1], last[2], last[3], boxes);
        }
    }

    private static void Draw(
        (double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d, StringBuilder boxes)
    {
        Point(a, " m ");
        Point(b, " l ");
        Point(c, " l ");
        Point(d, " l f\n");

        void Point((double X, double Y) at, string sign) =>
            boxes.Append(PdfNumber.Write(at.X)).Append(' ').Append(PdfNumber.Write(at.Y)).Append(sign);
    }
}
