namespace Redaction.Text;

/// <summary>The cells of a line, cut at tabs, that stand in columns with known names.</summary>
internal static class TabCells
{
    private const string Nothing = "\\N";

    /// <summary>Adds the cells of one line.</summary>
    public static void Add(ReadOnlySpan<char> text, int line, int end, ReadOnlySpan<FieldMeaning?> columns, List<NamedPlace> places)
    {
        for (var (column, start) = (0, line); column < columns.Length && start < end; column++)
        {
            var stop = text[start..end].IndexOf('\t') is >= 0 and var length ? start + length : end;
            var cell = text[start..stop].TrimEnd('\r');
            if (columns[column] is { Type.Name: not null } meaning && !cell.IsEmpty && !cell.SequenceEqual(Nothing))
                places.Add(new(start, start + cell.Length, meaning));
            start = stop + 1;
        }
    }
}
