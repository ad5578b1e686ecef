namespace Redaction.Text;

/// <summary>The rows of PostgreSQL's <c>COPY table (columns) FROM stdin;</c>, up to the line <c>\.</c>: cells between tabs.</summary>
internal static class SqlCopies
{
    private const int MostColumns = 256, LongestHead = 8192;
    private const string Copy = "COPY ", From = "FROM stdin";

    /// <summary>Adds the cells whose columns have known names.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOf(Copy, StringComparison.Ordinal);
            if (step < 0) return;
            var at = position + step;
            position = at + Copy.Length;
            var length = text[at..].IndexOf('\n');
            if (length is < 0 or > LongestHead || (at > 0 && text[at - 1] != '\n')) continue;
            var head = text.Slice(at, length);
            int open = head.IndexOf('('), close = head.LastIndexOf(')');
            if (open < 0 || close < open || head[close..].IndexOf(From, StringComparison.OrdinalIgnoreCase) < 0) continue;
            position = Rows(text, at + length + 1, head[(open + 1)..close], places);
        }
    }

    private static int Rows(ReadOnlySpan<char> text, int line, ReadOnlySpan<char> names, List<NamedPlace> places)
    {
        var columns = new FieldMeaning?[MostColumns];
        var count = 0;
        foreach (var part in names.Split(','))
            if (count < MostColumns) columns[count++] = FieldVocabulary.OfName(names[part].Trim(" \"\t"), out _);
        while (line < text.Length)
        {
            var end = text[line..].IndexOf('\n') is >= 0 and var length ? line + length : text.Length;
            if (text[line..end].TrimEnd('\r') is "\\.") return end;
            TabCells.Add(text, line, end, columns.AsSpan(0, count), places);
            line = end + 1;
        }
        return line;
    }
}
