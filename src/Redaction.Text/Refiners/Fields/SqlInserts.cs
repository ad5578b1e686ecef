using System.Buffers;

namespace Redaction.Text;

/// <summary>The values of <c>INSERT INTO table (columns) VALUES (…), (…)</c>, and of <c>INSERT INTO table VALUES (…)</c> where the table
/// is created before.</summary>
internal static class SqlInserts
{
    private const int Longest = 4096, MostColumns = 256;
    private const string Values = "VALUES";
    private static readonly SearchValues<string> s_insert = SearchValues.Create(["INSERT"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds the values whose columns have known names.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        var tables = new SqlTables();
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_insert);
            if (step < 0) return;
            position += step + 6;
            var head = text[position..Math.Min(text.Length, position + Longest)];
            var open = head.IndexOf('(');
            if (open < 2 || head[..open].Contains(';') || !IsInto(head[..open])) continue;
            var lead = head[..open].TrimEnd();
            if (lead.EndsWith(Values, StringComparison.OrdinalIgnoreCase))
            {
                position = Rows(text, position + open, tables.Of(text[..position], lead[..^Values.Length]), places);
                continue;
            }
            var close = head[open..].IndexOf(')');
            if (close < 0) continue;
            var after = position + open + close + 1;
            var values = text[after..].TrimStart();
            if (!values.StartsWith(Values, StringComparison.OrdinalIgnoreCase)) continue;
            var columns = Columns(head.Slice(open + 1, close - 1), out var count);
            position = Rows(text, text.Length - values.Length + Values.Length, columns.AsSpan(0, count), places);
        }
    }

    /// <summary><c>INTO table</c>, or the table alone, which Transact-SQL allows.</summary>
    private static bool IsInto(ReadOnlySpan<char> lead) =>
        (lead.Length >= 6 && lead.IndexOf("INTO ", StringComparison.OrdinalIgnoreCase) >= 0)
        || (lead[0] == ' ' && lead.Trim() is [var first, .., var last] && (first == '[' ? last == ']' : !lead.Trim().Contains(' ')));

    private static FieldMeaning?[] Columns(ReadOnlySpan<char> names, out int count)
    {
        var columns = new FieldMeaning?[MostColumns];
        count = 0;
        foreach (var part in names.Split(','))
        {
            if (count == MostColumns) break;
            columns[count++] = FieldVocabulary.OfName(names[part].Trim(" \t\r\n`\"[]'"), out _);
        }
        return columns;
    }

    private static int Rows(ReadOnlySpan<char> text, int at, ReadOnlySpan<FieldMeaning?> columns, List<NamedPlace> places)
    {
        while (at < text.Length)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == ',')) at++;
            if (at >= text.Length || text[at] != '(') return at;
            at++;
            for (var column = 0; at < text.Length; column++)
            {
                var value = Value(text, ref at);
                if (column < columns.Length && columns[column] is { Type.Name: not null } meaning && value.Length > 0)
                    places.Add(new(value.Start, value.End, meaning));
                if (at < text.Length && text[at] == ',') { at++; continue; }
                break;
            }
            if (at < text.Length && text[at] == ')') at++;
            else return at;
        }
        return at;
    }

    /// <summary>One literal without its quotes; stands at the comma or bracket behind it.</summary>
    private static TextSpan Value(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at + 1 < text.Length && text[at] is 'N' or 'E' && text[at + 1] == '\'') at++;
        if (at < text.Length && text[at] is '\'' or '"')
        {
            var quote = text[at++];
            var start = at;
            while (at < text.Length && !(text[at] == quote && !(at + 1 < text.Length && text[at + 1] == quote)))
                at += text[at] == '\\' || text[at] == quote ? 2 : 1;
            at = Math.Min(at, text.Length);
            var value = TextSpan.FromBounds(start, at);
            if (at < text.Length) at++;
            while (at < text.Length && text[at] is not (',' or ')' or ';')) at++;
            return value;
        }
        var from = at;
        for (var depth = 0; at < text.Length && text[at] is not (';' or '\n') && (depth > 0 || text[at] is not (',' or ')')); at++)
            depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0; // CAST(7 AS int), now()
        var bare = text[from..at].Trim();
        return bare.IsEmpty || char.IsLetter(bare[0]) ? default : new(from, bare.Length); // NULL, now()
    }
}
