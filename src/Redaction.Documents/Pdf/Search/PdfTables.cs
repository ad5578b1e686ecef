using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Names the cells of tables on a page by the row of names above them, as far as they stand below each other.</summary>
internal static class PdfTables
{
    private const int FewestNames = 2, LongestName = 48;
    private const double Slack = 0.5;          // of an em: how far a cell may begin before its column
    private const double Aligned = 1.5;        // of an em: how far sides or middles of a cell and its name lie apart at most
    private const double FirstGap = 4, Gap = 2.3, GapOfRows = 1.8; // of an em, and of the distance of the rows above: what ends a table

    /// <summary>A column: its name's sides, and what it says of the cells.</summary>
    private readonly record struct Column(double Left, double Right, FieldMeaning? Meaning);

    /// <summary>Adds the cells that have names.</summary>
    /// <param name="page">A page read row by row.</param>
    /// <param name="text">The text in which its own stands.</param>
    /// <param name="offset">Where.</param>
    /// <param name="around">Receives the places.</param>
    public static void Name(PdfPageText page, ReadOnlySpan<char> text, int offset, Surroundings around)
    {
        List<Column>? columns = null;
        var (above, distance) = (default(PdfLine), 0.0);
        for (var (start, end) = (0, 0); start < page.Pieces.Count; start = end)
        {
            while (end < page.Pieces.Count && page.Pieces[end].Row == page.Pieces[start].Row) end++;
            var first = page.Pieces[start].Piece;
            if (Header(page, text, offset, start, end) is { } header)
            {
                (columns, above, distance) = (header, first, 0);
                for (var i = start; i < end; i++)
                    if (header[i - start].Meaning is not null) Add(page, i, offset, new(default, FieldKind.Technical), around); // no data
                continue;
            }
            if (columns is null) continue;
            if (!IsNear(above!, first, ref distance) || !AreCells(page, text, offset, start, end, columns))
            {
                columns = null;
                continue;
            }
            above = first;
            for (var i = start; i < end; i++)
                if (Of(page.Pieces[i].Piece, columns) is >= 0 and var c && columns[c].Meaning is { } meaning)
                    Add(page, i, offset, meaning, around);
        }
    }

    private static void Add(PdfPageText page, int piece, int offset, FieldMeaning meaning, Surroundings around) =>
        around.Places.Add(new(offset + page.Pieces[piece].Start, offset + page.Pieces[piece].End, meaning));

    /// <summary>The columns that a row names; null where it is no row of names.</summary>
    private static List<Column>? Header(PdfPageText page, ReadOnlySpan<char> text, int offset, int start, int end)
    {
        if (end - start < FewestNames) return null;
        var (columns, names, even) = (new List<Column>(), 0, 0);
        for (var i = start; i < end; i++)
        {
            var piece = page.Pieces[i];
            var cell = TextOf(page, text, offset, i);
            if (cell.Length is 0 or > LongestName || char.IsAsciiDigit(cell[0]) || cell.Contains('@') || cell[^1] == ':') return null;
            var meaning = PairNames.IsLabel(cell, out var found) ? found : (FieldMeaning?)null;
            if (meaning is not null) names++;
            if (meaning is not null && (i - start) % 2 == 0) even++;
            columns.Add(new(piece.Piece.Left, piece.Piece.Right, meaning));
        }
        var isForm = names == even && names * 2 == columns.Count; // names and values by turns
        return names >= FewestNames && names * 2 >= columns.Count && !isForm ? columns : null;
    }

    private static ReadOnlySpan<char> TextOf(PdfPageText page, ReadOnlySpan<char> text, int offset, int piece) =>
        text.Slice(offset + page.Pieces[piece].Start, page.Pieces[piece].End - page.Pieces[piece].Start).Trim();

    /// <summary>True for a row as far below the one above it as rows of the table are.</summary>
    private static bool IsNear(PdfLine above, PdfLine row, ref double distance)
    {
        var gap = above.Baseline - row.Baseline;
        if (above.Angle != row.Angle || gap <= 0) return false;
        var isNear = distance == 0 ? gap <= FirstGap * row.Size : gap <= Math.Max(Gap * row.Size, GapOfRows * distance);
        if (distance == 0) distance = gap;
        return isNear;
    }

    /// <summary>True when every piece of a row is the only one in a column, and none is the label of a form.</summary>
    private static bool AreCells(PdfPageText page, ReadOnlySpan<char> text, int offset, int start, int end, List<Column> columns)
    {
        var last = -1;
        for (var i = start; i < end; i++)
        {
            var column = Of(page.Pieces[i].Piece, columns);
            if (column <= last || TextOf(page, text, offset, i) is [.., ':']) return false;
            last = column;
        }
        return true;
    }

    /// <summary>The column below whose name a cell stands, or begins; -1 where it goes over several.</summary>
    private static int Of(PdfLine cell, List<Column> columns)
    {
        var (best, most, before) = (-1, 0.0, -1);
        for (var i = 0; i < columns.Count; i++)
        {
            var common = Math.Min(cell.Right, columns[i].Right) - Math.Max(cell.Left, columns[i].Left);
            if (common > most) (best, most) = (i, common);
            if (columns[i].Left <= cell.Left + Slack * cell.Size) before = i;
        }
        var column = most > 0 ? best : before;
        if (column < 0) return -1;
        var isOver = column + 1 < columns.Count && cell.Right > columns[column + 1].Left;
        var isBefore = cell.Left < columns[column].Left - Slack * cell.Size;
        return (isOver || isBefore) && !HasItsMiddleOrEnd(cell, columns[column]) ? -1 : column;
    }

    /// <summary>True where a cell ends with its name, or has its middle: names of columns need not stand to the left.</summary>
    private static bool HasItsMiddleOrEnd(PdfLine cell, Column column)
    {
        var middle = (cell.Left + cell.Right - column.Left - column.Right) / 2;
        return Math.Abs(cell.Right - column.Right) <= Aligned * cell.Size || Math.Abs(middle) <= Aligned * cell.Size;
    }
}
