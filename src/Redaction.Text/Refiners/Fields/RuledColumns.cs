using System.Buffers;

namespace Redaction.Text;

/// <summary>Tables of columns of a width, as databases and reports print them: names, a line of runs of hyphens that says how wide each
/// column is, and rows. Also tables of tabs below lines of a title.</summary>
internal static class RuledColumns
{
    private const int MostColumns = 64, MostLines = 100_000, ShortestRule = 2;
    private static readonly SearchValues<string> s_rules = SearchValues.Create(["\n--", "\n=="], StringComparison.Ordinal);
    private static readonly SearchValues<char> s_rule = SearchValues.Create("-= \t\r");

    /// <summary>Adds the cells below known names.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        Ruled(text, places);
        Tabbed(text, places);
    }

    private static void Ruled(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_rules);
            if (step < 0) return;
            var rule = position + step + 1;
            var end = LineEnd(text, rule);
            position = IsRule(text[rule..end]) ? Table(text, rule, end, places) : rule;
        }
    }

    /// <summary>At least two runs of hyphens with spaces between them.</summary>
    private static bool IsRule(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        return line.Length > 2 * ShortestRule && !line.ContainsAnyExcept(s_rule) && line.Contains(' ');
    }

    private static int Table(ReadOnlySpan<char> text, int rule, int ruleEnd, List<NamedPlace> places)
    {
        var headStart = text[..(rule - 1)].LastIndexOf('\n') + 1;
        var head = text[headStart..(rule - 1)].TrimEnd('\r');
        var runs = text[rule..ruleEnd].TrimEnd();
        Span<(int Start, int End, FieldMeaning? Meaning)> columns = new (int, int, FieldMeaning?)[MostColumns];
        int count = 0, known = 0;
        for (var at = 0; at < runs.Length && count < MostColumns;)
        {
            if (runs[at] is not ('-' or '=')) { at++; continue; }
            var stop = at;
            while (stop < runs.Length && runs[stop] is '-' or '=') stop++;
            var name = at < head.Length ? head[at..Math.Min(stop, head.Length)].Trim() : default;
            columns[count] = (at, stop, FieldVocabulary.OfName(name, out _));
            if (columns[count++].Meaning is { Type.Name: not null }) known++;
            at = stop;
        }
        var line = ruleEnd + 1;
        for (var lines = 0; known > 0 && line < text.Length && lines < MostLines; lines++)
        {
            var end = LineEnd(text, line);
            if (text[line..end].IsWhiteSpace()) break;
            for (var c = 0; c < count; c++)
                if (columns[c].Meaning is { Type.Name: not null } meaning)
                    Cell(text, line + columns[c].Start, Math.Min(end, c + 1 < count ? line + columns[c + 1].Start : end), meaning, places);
            line = end + 1;
        }
        return Math.Min(line, text.Length);
    }

    private static void Cell(ReadOnlySpan<char> text, int start, int end, FieldMeaning meaning, List<NamedPlace> places)
    {
        if (start >= end || text[start..end].IsWhiteSpace()) return;
        if (start > 0 && char.IsLetterOrDigit(text[start]) && char.IsLetterOrDigit(text[start - 1])) return; // not of this table
        places.Add(new(start, end, meaning));
    }

    /// <summary>A line of at least two names between tabs names the cells of the lines below it that have as many.</summary>
    private static void Tabbed(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var line = 0; line < text.Length;)
        {
            var tab = text[line..].IndexOf('\t');
            if (tab < 0) return;
            line = text[..(line + tab)].LastIndexOf('\n') + 1;
            var end = LineEnd(text, line);
            if (Names(text[line..end].TrimEnd('\r')) is not { } columns)
            {
                line = end + 1;
                continue;
            }
            var (first, last) = (line, end);
            line = Below(text, end + 1, columns, places);
            if (line > last + 1) places.RemoveAll(p => p.Start >= first && p.End <= last); // one name is no value of the one before
        }
    }

    private static FieldMeaning?[]? Names(ReadOnlySpan<char> line)
    {
        var count = line.Count('\t') + 1;
        if (count is < 2 or > MostColumns || line.ContainsAnyInRange('0', '9') || line.Contains('@')) return null;
        var columns = new FieldMeaning?[count];
        var (known, column) = (0, 0);
        foreach (var part in line.Split('\t'))
        {
            columns[column] = FieldVocabulary.OfName(line[part].Trim("\" "), out var from) is { } meaning && from == 0 ? meaning : null;
            if (columns[column++] is { Type.Name: not null }) known++;
        }
        return known >= 2 || (known == 1 && count == 2) ? columns : null;
    }

    private static int Below(ReadOnlySpan<char> text, int line, FieldMeaning?[] columns, List<NamedPlace> places)
    {
        while (line < text.Length)
        {
            var end = LineEnd(text, line);
            if (text[line..end].Count('\t') + 1 != columns.Length) return line;
            TabCells.Add(text, line, end, columns, places);
            line = end + 1;
        }
        return line;
    }

    private static int LineEnd(ReadOnlySpan<char> text, int at) =>
        text[at..].IndexOf('\n') is >= 0 and var length ? at + length : text.Length;
}
