using System.Buffers;

namespace Redaction.Text;

/// <summary>Tables whose cells bars part: Markdown's, and those that databases print. The line over a line of hyphens names
/// the columns.</summary>
internal static class BarTables
{
    private const int MostColumns = 128;
    private static readonly SearchValues<char> s_rule = SearchValues.Create("-|:+= \r\t─┼");

    /// <summary>Adds the cells below names.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        Headed(text, places);
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOf("--", StringComparison.Ordinal);
            if (step < 0) return;
            var start = LineStart(text, position + step);
            var end = LineEnd(text, start);
            position = IsRule(text[start..end]) && start > 1 ? Table(text, start, end, places) : end + 1;
        }
    }

    /// <summary>Tables without a rule, as Gherkin has its examples: between bars, two known names at least in the first row.</summary>
    private static void Headed(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var line = 0; line < text.Length;)
        {
            var step = text[line..].IndexOf('|');
            if (step < 0) return;
            var start = LineStart(text, line + step);
            var end = LineEnd(text, start);
            if (!IsRow(text[start..end]) || !NamesColumns(text[start..end]))
            {
                line = end + 1;
                continue;
            }
            var next = LineEnd(text, Math.Min(text.Length, end + 1));
            line = end + 1 < text.Length && IsRow(text[(end + 1)..next]) ? Rows(text, text[start..end], end + 1, places) : end + 1;
        }
    }

    private static bool IsRow(ReadOnlySpan<char> line) =>
        line.Trim() is ['|', .., '|'] && line.ContainsAnyExcept(s_rule);

    private static bool NamesColumns(ReadOnlySpan<char> line)
    {
        var known = 0;
        for (var at = 0; Next(line, ref at, out var cell);)
        {
            var name = line.Slice(cell.Start, cell.Length);
            if (name.IsEmpty) continue;
            if (char.IsAsciiDigit(name[0]) || name.Contains('@')) return false;
            if (FieldVocabulary.OfName(name, out var start) is { Type.Name: not null } && start == 0) known++;
        }
        return known > 1;
    }

    /// <summary>Reads the table around a rule; returns where it ends.</summary>
    private static int Table(ReadOnlySpan<char> text, int rule, int ruleEnd, List<NamedPlace> places)
    {
        var head = text[LineStart(text, rule - 1)..(rule - 1)];
        Span<FieldMeaning?> columns = new FieldMeaning?[MostColumns];
        int count = 0, known = 0;
        for (var at = 0; Next(head, ref at, out var cell) && count < MostColumns; count++)
        {
            columns[count] = FieldVocabulary.OfName(head.Slice(cell.Start, cell.Length).Trim("*_` "), out _);
            if (columns[count] is { Type.Name: not null }) known++;
        }
        return Cells(text, ruleEnd + 1, columns[..count], known, places);
    }

    /// <summary>The rows below a header without a rule.</summary>
    private static int Rows(ReadOnlySpan<char> text, ReadOnlySpan<char> head, int line, List<NamedPlace> places)
    {
        Span<FieldMeaning?> columns = new FieldMeaning?[MostColumns];
        var count = 0;
        for (var at = 0; Next(head, ref at, out var cell) && count < MostColumns; count++)
            columns[count] = FieldVocabulary.OfName(head.Slice(cell.Start, cell.Length), out _);
        return Cells(text, line, columns[..count], known: 1, places);
    }

    private static int Cells(ReadOnlySpan<char> text, int line, ReadOnlySpan<FieldMeaning?> columns, int known, List<NamedPlace> places)
    {
        while (line < text.Length)
        {
            var end = LineEnd(text, line);
            var row = text[line..end];
            if (!row.Contains('|')) break;
            var column = 0;
            for (var at = 0; known > 0 && column < columns.Length && Next(row, ref at, out var cell); column++)
                if (columns[column] is { Type.Name: not null } meaning && cell.Length > 0)
                    places.Add(new(line + cell.Start, line + cell.End, meaning));
            line = end + 1;
        }
        return line;
    }

    /// <summary>Only hyphens, bars and what stands beside them, and a bar or plus sign among them.</summary>
    private static bool IsRule(ReadOnlySpan<char> line) =>
        !line.ContainsAnyExcept(s_rule) && line.ContainsAny('|', '+', '┼');

    /// <summary>The next cell of a line that may begin and end with a bar; a bar after a backslash is text.</summary>
    private static bool Next(ReadOnlySpan<char> line, ref int at, out TextSpan cell)
    {
        if (at == 0 && line.TrimStart() is ['|', ..]) at = line.IndexOf('|') + 1;
        var start = at;
        while (at < line.Length && !(line[at] is '|' or '│' && line[at - (at > 0 ? 1 : 0)] != '\\')) at++;
        var end = at++;
        while (start < end && line[start] is ' ' or '\t' or '*' or '_' or '`') start++;
        while (end > start && line[end - 1] is ' ' or '\t' or '\r' or '*' or '_' or '`') end--;
        cell = TextSpan.FromBounds(start, end);
        return end < line.Length || cell.Length > 0;
    }

    private static int LineStart(ReadOnlySpan<char> text, int at) => text[..at].LastIndexOf('\n') + 1;

    private static int LineEnd(ReadOnlySpan<char> text, int at) =>
        text[at..].IndexOf('\n') is >= 0 and var length ? at + length : text.Length;
}
