namespace Redaction.Text;

/// <summary>Lines above the header of a table: what an export says of itself before its columns begin.</summary>
/// <param name="Count">How many records they are; 0 where the first record is the header or a row.</param>
/// <param name="Length">How many characters.</param>
/// <param name="Delimiter">What parts the cells of the header.</param>
internal readonly record struct CsvTitles(int Count, int Length, char Delimiter)
{
    private const int Most = 12, MostCells = 1024;
    private const string Delimiters = ",;\t|";

    /// <summary>Looks at the front of a table: titles have fewer cells than the header below them, whose words are names of columns, and
    /// the line behind which has as many.</summary>
    public static CsvTitles Of(ReadOnlySpan<char> head)
    {
        var (at, widest) = (0, 0);
        for (var count = 0; count <= Most && at < head.Length; count++)
        {
            var line = LineAt(head, at, out var next);
            foreach (var delimiter in Delimiters)
            {
                var cells = Cells(line, delimiter, out var isNamed);
                if (!isNamed) continue;
                if (count == 0) return default;
                if (cells > Math.Max(widest, 1) && next < head.Length && Width(LineAt(head, next, out _), delimiter) == cells)
                    return new(count, at, delimiter);
            }
            foreach (var delimiter in Delimiters) widest = Math.Max(widest, Cells(line, delimiter, out _));
            at = next;
        }
        return default;
    }

    private static ReadOnlySpan<char> LineAt(ReadOnlySpan<char> head, int at, out int next)
    {
        var length = head[at..].IndexOf('\n');
        next = length < 0 ? head.Length : at + length + 1;
        return head[at..(length < 0 ? head.Length : at + length)].TrimEnd('\r');
    }

    private static int Width(ReadOnlySpan<char> line, char delimiter)
    {
        var (count, isQuoted) = (1, false);
        foreach (var c in line)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (c == delimiter && !isQuoted) count++;
        }
        return count;
    }

    /// <summary>How many cells are not empty.</summary>
    /// <param name="line">The line.</param>
    /// <param name="delimiter">What parts them.</param>
    /// <param name="isNamed">All of them are filled, none begins with a digit, and one at least has the known name of a column.</param>
    private static int Cells(ReadOnlySpan<char> line, char delimiter, out bool isNamed)
    {
        var (filled, all, known, hasValue) = (0, 0, false, false);
        foreach (var range in line.Split(delimiter))
        {
            if (++all > MostCells) break;
            var cell = line[range].Trim("\" ");
            if (cell.IsEmpty) continue;
            filled++;
            hasValue |= char.IsAsciiDigit(cell[0]) || cell.Contains('@') || cell[^1] == ':';
            known |= FieldVocabulary.OfName(cell, out var start) is { Type.Name: not null } && start == 0;
        }
        isNamed = filled > 1 && filled == all && known && !hasValue;
        return filled;
    }
}
