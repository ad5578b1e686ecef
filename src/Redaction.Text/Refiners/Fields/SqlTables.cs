namespace Redaction.Text;

/// <summary>The columns of <c>CREATE TABLE name (…)</c>, which dumps write before rows without names.</summary>
internal ref struct SqlTables
{
    private const int MostLooks = 64, Longest = 16 * 1024, MostColumns = 256;
    private const string Create = "CREATE TABLE";
    private ReadOnlySpan<char> _name;
    private FieldMeaning?[] _columns;
    private int _looks;

    /// <summary>The columns of the table that an <c>INSERT INTO name VALUES</c> fills; empty when nothing before it tells.</summary>
    /// <param name="text">The text up to the statement.</param>
    /// <param name="head">What stands between <c>INSERT</c> and <c>VALUES</c>.</param>
    public ReadOnlySpan<FieldMeaning?> Of(ReadOnlySpan<char> text, ReadOnlySpan<char> head)
    {
        head = head.TrimEnd();
        var name = Unquoted(head[(head.LastIndexOf(' ') + 1)..]);
        if (name.IsEmpty) return default;
        if (_columns is not null && name.SequenceEqual(_name)) return _columns;
        if (_looks++ >= MostLooks) return default;
        _name = name;
        _columns = Find(text, name);
        return _columns;
    }

    private static FieldMeaning?[] Find(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        while (text.LastIndexOf(Create, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            var body = text[(at + Create.Length)..Math.Min(text.Length, at + Longest)];
            var open = body.IndexOf('(');
            if (open > 0)
            {
                var written = body[..open].TrimEnd();
                if (Unquoted(written[(written.LastIndexOf(' ') + 1)..]).Equals(name, StringComparison.OrdinalIgnoreCase))
                    return Columns(body[(open + 1)..]);
            }
            text = text[..at];
        }
        return [];
    }

    private static FieldMeaning?[] Columns(ReadOnlySpan<char> body)
    {
        List<FieldMeaning?> columns = [];
        int depth = 0, start = 0;
        for (var i = 0; i < body.Length && columns.Count < MostColumns; i++)
        {
            if (body[i] == '(') depth++;
            else if (body[i] == ')' && depth-- == 0) { Add(body[start..i], columns); break; }
            else if (body[i] == ',' && depth == 0) { Add(body[start..i], columns); start = i + 1; }
        }
        return [.. columns];
    }

    private static void Add(ReadOnlySpan<char> part, List<FieldMeaning?> columns)
    {
        part = part.Trim();
        var name = part[..(part.IndexOfAny(' ', '\t', '\n') is >= 0 and var end ? end : part.Length)];
        if (name is not ("PRIMARY" or "KEY" or "UNIQUE" or "CONSTRAINT" or "INDEX" or "FOREIGN" or "CHECK" or "FULLTEXT"))
            columns.Add(FieldVocabulary.OfName(Unquoted(name), out _));
    }

    private static ReadOnlySpan<char> Unquoted(ReadOnlySpan<char> name) => name[(name.LastIndexOf('.') + 1)..].Trim("`\"[]' \t\r\n");
}
