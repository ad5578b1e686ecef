using System.Net;
using System.Text;

namespace Redaction.Text;

/// <summary>A table of HTML, or a list of terms with their descriptions, of which some cells do not leave.</summary>
/// <remarks>The cells of the first row of more than one cell name the columns. Where that row begins with a header cell and goes on with
/// others, the header cell of each row names the row.</remarks>
internal sealed class HtmlTable(FieldProjection fields)
{
    private const int MostColumns = 1024, MostName = 4096;
    private readonly List<(string Name, bool Leaves)> _columns = [];
    private readonly List<Cell> _row = [];
    private readonly StringBuilder _name = new();
    private Naming _naming;
    private bool _rowLeaves = true;
    private int _cell;
    private int _span;

    private enum Naming { Unknown, Columns, Rows, None }

    private readonly record struct Cell(int Start, int End, string Name, bool IsHeader, int Span);

    /// <summary>True while nobody knows yet what the cells of the row are called.</summary>
    public bool IsHolding { get; private set; }

    /// <summary>True inside a cell that does not leave.</summary>
    public bool IsDropping { get; private set; }

    /// <summary>True inside a cell that names something.</summary>
    public bool IsNaming { get; private set; }

    private bool IsHeader { get; set; }

    private int Start { get; set; }

    /// <summary>Nothing but cells is told apart by names: a table in a cell of the first row means that this one only arranges.</summary>
    public void Arranges()
    {
        if (_naming == Naming.Unknown) _naming = Naming.None;
        (IsHolding, IsNaming) = (false, false);
    }

    /// <summary>A row begins.</summary>
    public void OpenRow()
    {
        (_cell, _span, _rowLeaves) = (0, 0, !fields.IsOnly);
        _row.Clear();
        IsHolding = _naming == Naming.Unknown;
    }

    /// <summary>A cell begins.</summary>
    /// <param name="isHeader">It is a header cell.</param>
    /// <param name="span">How many columns it takes.</param>
    /// <param name="held">What is held back so far; the cell is not among it yet.</param>
    public void OpenCell(bool isHeader, int span, StringBuilder held)
    {
        (IsHeader, _span, Start) = (isHeader, Math.Clamp(span, 1, MostColumns), held.Length);
        _name.Clear();
        IsNaming = _naming == Naming.Unknown || (_naming == Naming.Rows && isHeader);
        if (_naming == Naming.Rows && isHeader) IsHolding = true;
        else if (_naming is Naming.Columns or Naming.Rows && !Leaves()) Drop();
    }

    /// <summary>Takes a part of the name of a column or row.</summary>
    public void AddName(ReadOnlySpan<char> text)
    {
        if (_name.Length + text.Length <= MostName) _name.Append(text);
    }

    /// <summary>The cell has ended.</summary>
    public void CloseCell(StringBuilder held)
    {
        var name = Collapse(WebUtility.HtmlDecode(_name.ToString()));
        if (_naming == Naming.Unknown) _row.Add(new(Start, held.Length, name, IsHeader, _span));
        else if (_naming == Naming.Rows && IsHeader)
        {
            _rowLeaves = Names(name);
            if (!_rowLeaves && IsHolding) Remove(held, Start, held.Length, name);
            IsHolding = false;
        }
        _cell += _span;
        (IsNaming, IsDropping, _span) = (false, false, 0);
    }

    /// <summary>The row has ended: after the first, cells have names.</summary>
    public void CloseRow(StringBuilder held)
    {
        if (_naming == Naming.Unknown && _row.Count > 1)
        {
            _naming = _row[0].IsHeader && !_row[1].IsHeader ? Naming.Rows : Naming.Columns;
            foreach (var cell in _row)
                for (var i = 0; i < cell.Span && _columns.Count < MostColumns; i++) _columns.Add((cell.Name, Names(cell.Name)));
            var rowLeaves = _columns[0].Leaves;
            for (var i = _row.Count - 1; i >= 0; i--) // from the end, so that what is before stays where it is
                if (!(_naming == Naming.Rows ? rowLeaves : Names(_row[i].Name)))
                    Remove(held, _row[i].Start, _row[i].End, _naming == Naming.Rows ? _columns[0].Name : _row[i].Name);
        }
        IsHolding = false;
    }

    private bool Names(string name) => fields.Names(name) == fields.IsOnly;

    private bool Leaves()
    {
        if (_naming == Naming.Rows) return _rowLeaves;
        for (var i = _cell; i < _cell + _span; i++)
            if (i >= _columns.Count ? fields.IsOnly : !_columns[i].Leaves) return false; // nobody knows what they are
        return true;
    }

    private void Drop()
    {
        IsDropping = true;
        fields.Dropped.Add(_naming == Naming.Columns && _cell < _columns.Count ? _columns[_cell].Name : "cells without a column");
    }

    private void Remove(StringBuilder held, int start, int end, string name)
    {
        fields.Dropped.Add(name);
        fields.Dropped.Amount += end - start;
        held.Remove(start, end - start);
    }

    private static string Collapse(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
