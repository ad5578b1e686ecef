using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Says of each value of a statement which column it belongs to.</summary>
internal sealed class SqlStatement(SqlSchema schema)
{
    private static readonly FrozenSet<string> s_compares =
        new[] { "like", "ilike", "in", "between", "is", "regexp", "rlike", "similar" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_beforeNames =
        new[] { "if", "not", "exists", "table", "only" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_parts =
        new[] { "and", "or", "where", "set", "having", "when", "then", "else", "on" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<int, SqlColumn> _columns = [];
    private List<SqlToken> _tokens = [];

    /// <summary>The columns of rows that follow on lines of their own (COPY); null for all other statements.</summary>
    public SqlColumn[]? Rows { get; private set; }

    /// <summary>The column of the value that is token number <paramref name="token"/>; null where none is known.</summary>
    public SqlColumn? ColumnOf(int token) => _columns.TryGetValue(token, out var column) ? column : null;

    /// <summary>Reads a statement.</summary>
    public void Read(ReadOnlySpan<char> text, List<SqlToken> tokens)
    {
        _columns.Clear();
        (_tokens, Rows) = (tokens, null);
        var at = NextMeant(text, -1);
        if (Is(text, at, "insert") || Is(text, at, "replace")) Insert(text, at);
        else if (Is(text, at, "copy")) Rows = Copy(text, at);
        else if (Is(text, at, "create")) Create(text, at);
        else Compare(text, at);
    }

    private void Insert(ReadOnlySpan<char> text, int at)
    {
        while (at >= 0 && !Is(text, at, "into")) at = NextMeant(text, at);
        if (at < 0) return;
        var columns = Columns(text, ref at);
        while (at >= 0 && !Is(text, at, "values") && !Is(text, at, "value"))
        {
            if (Is(text, at, "select") || Is(text, at, "set")) { Compare(text, at); return; }
            at = NextMeant(text, at);
        }
        int depth = 0, column = 0;
        for (; at >= 0; at = NextMeant(text, at))
        {
            var token = _tokens[at];
            var sign = token.Kind == SqlTokenKind.Sign ? text[token.Span.Start] : '\0';
            if (sign == '(' && depth++ == 0) column = 0;
            else if (sign == ')') depth--;
            else if (sign == ',' && depth == 1) column++;
            else if (depth > 0 && token.Kind is SqlTokenKind.Text or SqlTokenKind.Number && column < columns.Length)
                _columns[at] = columns[column];
            else if (depth == 0 && Is(text, at, "on")) { Compare(text, at); return; }
        }
    }

    private SqlColumn[]? Copy(ReadOnlySpan<char> text, int at)
    {
        var columns = Columns(text, ref at);
        for (; at >= 0; at = NextMeant(text, at))
            if (Is(text, at, "stdin")) return columns;
        return null;
    }

    /// <summary>The columns that are listed behind the name of a table, else those it was created with.</summary>
    private SqlColumn[] Columns(ReadOnlySpan<char> text, ref int at)
    {
        var table = Table(text, ref at);
        var known = schema.Of(table);
        if (at < 0 || _tokens[at].Kind != SqlTokenKind.Sign || text[_tokens[at].Span.Start] != '(') return known;
        var columns = new List<SqlColumn>();
        for (at = NextMeant(text, at); at >= 0; at = NextMeant(text, at))
        {
            if (NameAt(text, at) is { } name)
            {
                var index = Array.FindIndex(known, c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
                columns.Add(index >= 0 ? known[index] : new(name, CsvColumnKind.Empty, false));
            }
            else if (text[_tokens[at].Span.Start] == ')') { at = NextMeant(text, at); break; }
        }
        return [.. columns];
    }

    /// <summary>The last part of the name that follows; afterwards at the token behind it.</summary>
    private string Table(ReadOnlySpan<char> text, ref int at)
    {
        var table = "";
        for (at = NextMeant(text, at); at >= 0; at = NextMeant(text, at))
        {
            if (NameAt(text, at) is { } name)
            {
                if (s_beforeNames.Contains(name)) continue;
                if (table.Length > 0 && text[_tokens[at].Span.Start - 1] != '.') break;
                table = name;
            }
            else if (text[_tokens[at].Span.Start] != '.') break;
        }
        return table;
    }

    private void Create(ReadOnlySpan<char> text, int at)
    {
        at = NextMeant(text, at);
        while (at >= 0 && (Is(text, at, "temporary") || Is(text, at, "temp") || Is(text, at, "unlogged"))) at = NextMeant(text, at);
        if (at < 0 || !Is(text, at, "table")) return;
        var table = Table(text, ref at);
        var definitions = new List<List<string>> { new() };
        var depth = 0;
        for (; at >= 0; at = NextMeant(text, at))
        {
            var sign = _tokens[at].Kind == SqlTokenKind.Sign ? text[_tokens[at].Span.Start] : '\0';
            if (sign == '(') depth++;
            else if (sign == ')' && --depth == 0) break;
            else if (sign == ',' && depth == 1) definitions.Add([]);
            else if (depth == 1 && NameAt(text, at) is { } word) definitions[^1].Add(word);
        }
        schema.Add(table, definitions);
    }

    /// <summary>Values behind a name and a sign that compares or sets.</summary>
    private void Compare(ReadOnlySpan<char> text, int at)
    {
        string? name = null, field = null;
        for (; at >= 0; at = NextMeant(text, at))
        {
            var token = _tokens[at];
            var first = text[token.Span.Start];
            if (token.Kind == SqlTokenKind.Sign && first is '=' or '<' or '>' or '~') field = name;
            else if (token.Kind == SqlTokenKind.Sign && first is ';') field = null;
            else if (token.Kind is SqlTokenKind.Text or SqlTokenKind.Number)
            {
                if (field is not null) _columns[at] = new(field, CsvColumnKind.Empty, false);
            }
            else if (NameAt(text, at) is { } word)
            {
                if (s_compares.Contains(word)) field = name;
                else if (s_parts.Contains(word)) field = word.Equals("and", StringComparison.OrdinalIgnoreCase) ? field : null;
                else name = word;
            }
        }
    }

    private string? NameAt(ReadOnlySpan<char> text, int at) => _tokens[at].Kind switch
    {
        SqlTokenKind.Word => text.Slice(_tokens[at].Span.Start, _tokens[at].Span.Length).ToString(),
        SqlTokenKind.QuotedName => text[(_tokens[at].Span.Start + 1)..(_tokens[at].Span.End - 1)].ToString(),
        _ => null,
    };

    private bool Is(ReadOnlySpan<char> text, int at, string word) => at >= 0 && _tokens[at].Kind == SqlTokenKind.Word
        && text.Slice(_tokens[at].Span.Start, _tokens[at].Span.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The next token that is no comment and no space; -1 at the end.</summary>
    private int NextMeant(ReadOnlySpan<char> text, int at)
    {
        for (at++; at < _tokens.Count; at++)
            if (_tokens[at].Kind != SqlTokenKind.Comment
                && !(_tokens[at].Kind == SqlTokenKind.Sign && char.IsWhiteSpace(text[_tokens[at].Span.Start]))) return at;
        return -1;
    }
}
