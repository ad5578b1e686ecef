namespace Redaction.Text;

/// <summary>The columns of the table that is being read: the cells of a first row of labels name those below them.</summary>
internal sealed class MarkupColumns
{
    private const int Most = 256;
    private readonly List<FieldMeaning?> _columns = [];
    private readonly List<(int Position, FieldMeaning?[] Columns)> _tables = [];
    private readonly List<FieldMeaning?> _row = [];
    private FieldMeaning?[] _carried = [];
    private int _cell = -1;
    private int _start;
    private int _position;
    private bool _isHeader;
    private bool _hasHeader;
    private bool _hasValue;

    /// <summary>True for the names of rows and cells in whatever kind of markup.</summary>
    public static bool IsOfTable(ReadOnlySpan<char> name) => Kind(name) != Part.None;

    /// <summary>Begins a window: the table that it begins in, if any, has the columns of the last one.</summary>
    public void Begin()
    {
        _columns.Clear();
        _columns.AddRange(_carried);
        _tables.Clear();
        _tables.Add((0, _carried));
        _row.Clear();
        (_cell, _hasHeader) = (-1, _carried.Length > 0);
    }

    /// <summary>The first characters of the window will not come again.</summary>
    public void Drop(int length)
    {
        foreach (var (position, columns) in _tables)
            if (position < length) _carried = columns;
    }

    /// <summary>A tag that opens a table, a row or a cell.</summary>
    public void Open(ReadOnlySpan<char> name, int position, int flow)
    {
        switch (Kind(name))
        {
            case Part.Table:
                _columns.Clear();
                _tables.Add((position, []));
                (_cell, _hasHeader) = (-1, false);
                break;
            case Part.Row:
                _row.Clear();
                (_cell, _hasValue, _position) = (-1, false, position);
                break;
            case Part.Head or Part.Cell:
                _cell++;
                _start = flow;
                _isHeader = Kind(name) == Part.Head;
                break;
            default: break;
        }
    }

    /// <summary>A tag that closes one; a cell that has ended is added when its column has a name.</summary>
    public void Close(ReadOnlySpan<char> name, ReadOnlySpan<char> flow, List<NamedPlace> places)
    {
        switch (Kind(name))
        {
            case Part.Table: _columns.Clear(); _tables.Add((int.MaxValue, [])); _hasHeader = false; break;
            case Part.Row: EndRow(); break;
            case Part.Head or Part.Cell when _cell is >= 0 and < Most && _start <= flow.Length: EndCell(flow, places); break;
            default: break;
        }
    }

    private void EndCell(ReadOnlySpan<char> flow, List<NamedPlace> places)
    {
        var text = flow[_start..].Trim();
        var meaning = text.Length > 64 ? null : FieldVocabulary.OfName(text.TrimEnd(":： "), out _);
        while (_row.Count <= _cell) _row.Add(null);
        _row[_cell] = meaning;
        _hasValue |= !_isHeader && (text.ContainsAnyInRange('0', '9') || (meaning is null && text.Length > 0 && !char.IsLetter(text[0])));
        if (!_hasHeader || _isHeader || _cell >= _columns.Count || text.IsEmpty) return;
        if (_columns[_cell] is { Type.Name: not null } column) places.Add(new(_start, flow.Length, column));
    }

    /// <summary>A row of header cells, or the first of a table when it holds a name and no value, names the columns.</summary>
    private void EndRow()
    {
        var isNaming = _isHeader || (!_hasHeader && !_hasValue && _row.Count > 1);
        if (!isNaming || !_row.Exists(static m => m is { Type.Name: not null })) { _hasHeader |= !_isHeader; return; }
        _columns.Clear();
        _columns.AddRange(_row);
        _hasHeader = true;
        _tables.Add((_position, [.. _row]));
    }

    private static Part Kind(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > 16) return Part.None;
        name = name[(name.LastIndexOf(':') + 1)..];
        if (Is(name, "td") || Is(name, "cell") || Is(name, "entry") || Is(name, "table-cell")) return Part.Cell;
        if (Is(name, "th")) return Part.Head;
        if (Is(name, "tr") || Is(name, "row") || Is(name, "table-row")) return Part.Row;
        return Is(name, "table") || Is(name, "worksheet") ? Part.Table : Part.None;
    }

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private enum Part { None, Table, Row, Head, Cell }
}
