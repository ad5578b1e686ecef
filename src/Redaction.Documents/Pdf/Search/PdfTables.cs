using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Names the cells of tables on a page by the row of names above them, as far as they stand below each other.</summary>
internal static class PdfTables
{
    private const int FewestNames = 2, LongestName = 48;
    private const double Slack = 0.5; // of an em: how far a cell may begin before its column

    /// <summary>A column: its name's sides, and what it says of the cells.</summary>
    private readonly record struct Column(double Left, double Right, FieldMeaning? Meaning);

    /// <summary>Adds the cells that have names.</summary>
    /// <param name="page">A page read row by row.</param>
    /// <param name="text">The text in which its own stands.</param>
    /// <param name="offset">Where.</param>
    /// <param name="around">Receives the places.</param>
    public static void Name(PdfPageText page, ReadOnlySpan<char> text, int offset, Surroundings around)
    {
        var columns = new List<Column>();
        var angle = 0;
        for (var (start, end) = (0, 0); start < page.Pieces.Count; start = end)
        {
            while (end < page.Pieces.Count && page.Pieces[end].Row == page.Pieces[start].Row) end++;
            if (Header(page, text, offset, start, end) is { } header)
            {
                (columns, angle) = (header, page.Pieces[start].Piece.Angle);
                continue;
            }
            if (columns.Count == 0) continue;
            if (page.Pieces[start].Piece.Angle != angle || IsProse(page, start, end, columns))
            {
                columns = [];
                continue;
            }
            for (var i = start; i < end; i++)
                if (Of(page.Pieces[i].Piece, columns) is { Meaning: { } meaning })
                    around.Places.Add(new(offset + page.Pieces[i].Start, offset + page.Pieces[i].End, meaning));
        }
    }

    /// <summary>The columns that a row names; null where it is no row of names.</summary>
    private static List<Column>? Header(PdfPageText page, ReadOnlySpan<char> text, int offset, int start, int end)
    {
        if (end - start < FewestNames) return null;
        var (columns, names, even) = (new List<Column>(), 0, 0);
        for (var i = start; i < end; i++)
        {
            var piece = page.Pieces[i];
            var cell = text.Slice(offset + piece.Start, piece.End - piece.Start).Trim();
            if (cell.Length is 0 or > LongestName || char.IsAsciiDigit(cell[0]) || cell.Contains('@') || cell[^1] == ':') return null;
            var meaning = PairNames.IsLabel(cell, out var found) ? found : (FieldMeaning?)null;
            if (meaning is not null) names++;
            if (meaning is not null && (i - start) % 2 == 0) even++;
            columns.Add(new(piece.Piece.Left, piece.Piece.Right, meaning));
        }
        var isForm = names == even && names * 2 == columns.Count; // names and values by turns
        return names >= FewestNames && names * 2 >= columns.Count && !isForm ? columns : null;
    }

    /// <summary>A row of one piece that goes over the second column is none of the table.</summary>
    private static bool IsProse(PdfPageText page, int start, int end, List<Column> columns) =>
        end - start == 1 && page.Pieces[start].Piece.Left < columns[1].Left && page.Pieces[start].Piece.Right > columns[1].Right;

    /// <summary>The column below whose name a cell stands, or begins to the right of it.</summary>
    private static Column Of(PdfLine cell, List<Column> columns)
    {
        var (best, most, before) = (default(Column), 0.0, default(Column));
        foreach (var column in columns)
        {
            var common = Math.Min(cell.Right, column.Right) - Math.Max(cell.Left, column.Left);
            if (common > most) (best, most) = (column, common);
            if (column.Left <= cell.Left + Slack * cell.Size) before = column;
        }
        return most > 0 ? best : before;
    }
}
