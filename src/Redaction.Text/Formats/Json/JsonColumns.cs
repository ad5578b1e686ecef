namespace Redaction.Text;

/// <summary>Names of the columns of a table that a JSON text holds as lists: those under <c>columns</c> beside its rows, or its first row.
/// </summary>
internal sealed class JsonColumns
{
    private const int Most = 1024, LongestName = 64;
    private readonly List<string> _names = [];
    private int _rows;
    private bool _isFirstRow;
    private bool? _areNames;

    /// <summary>Takes a text of a list.</summary>
    /// <param name="text">The text.</param>
    /// <param name="depth">How deep the list lies.</param>
    /// <param name="name">The name of the list; null for a list in a list.</param>
    /// <param name="row">The place of the list in the one around it; -1 where there is none.</param>
    /// <param name="cell">The place of the text in the list.</param>
    public void Take(ReadOnlySpan<char> text, int depth, string? name, long row, long cell)
    {
        var isFirst = name is null && row == 0 && !(_names.Count > 0 && !_isFirstRow && depth == _rows + 1); // these have names
        if (!isFirst && !IsColumns(name)) return;
        if (cell == 0)
        {
            _names.Clear();
            (_rows, _isFirstRow, _areNames) = (depth, isFirst, null);
        }
        if (_names.Count == cell && _rows == depth && cell < Most && text.Length <= LongestName) _names.Add(text.ToString());
    }

    /// <summary>The name of the column that a value stands in; null where it stands in none.</summary>
    /// <param name="depth">How deep its row lies.</param>
    /// <param name="row">The place of the row; -1 for what is in no list of rows.</param>
    /// <param name="cell">The place of the value in the row.</param>
    public string? Of(int depth, long row, long cell)
    {
        if (_names.Count == 0 || row < 0 || cell < 0 || cell >= _names.Count) return null;
        if (depth != (_isFirstRow ? _rows : _rows + 1) || (_isFirstRow && row == 0)) return null;
        _areNames ??= _names.Exists(static n => FieldVocabulary.Of(n) is { Type.Name: not null });
        return _areNames.Value ? _names[(int)cell] : null;
    }

    /// <summary>A list or object has ended.</summary>
    public void Leave(int depth)
    {
        if (depth < _rows - 1) Clear();
    }

    public void Clear()
    {
        _names.Clear();
        _areNames = null;
    }

    private static bool IsColumns(string? name) =>
        name is "columns" or "headers" or "header" or "cols" or "fields" or "columnNames" or "column_names" or "feature_names";
}
