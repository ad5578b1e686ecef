using System.Text;

namespace Redaction.Text;

/// <summary>Writes the tokens of an HTML document without the cells of tables whose columns or rows do not leave.</summary>
internal sealed class HtmlFieldWriter(FieldProjection fields) : IMarkupFieldWriter
{
    private const int Deepest = 64;
    private readonly List<Level> _tables = [];

    private sealed class Level(HtmlTable table)
    {
        public HtmlTable Table { get; } = table;

        public bool InRow { get; set; }

        public bool InCell { get; set; }
    }

    private bool IsDropping => _tables.Exists(static t => t.Table.IsDropping);

    private bool IsHolding => _tables.Count > 0 && _tables[^1].Table.IsHolding;

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<char> token, MarkupTokenKind kind, StringBuilder held, TextWriter output)
    {
        var isTag = kind is MarkupTokenKind.BlockTag or MarkupTokenKind.InlineTag && token.Length > 2;
        var isEnd = isTag && token[1] == '/';
        var part = isTag ? PartOf(MarkupTagNames.NameOf(token[(isEnd ? 2 : 1)..])) : Part.None;
        if (part == Part.None) Put(token, kind == MarkupTokenKind.Text, held, output);
        else if (part == Part.Table) Table(token, isEnd, held, output);
        else if (_tables.Count == 0) Put(token, isText: false, held, output);
        else if (isEnd) Close(token, part, held, output);
        else Open(token, part, held, output);
    }

    /// <inheritdoc/>
    public void TakeCutOff(ReadOnlySpan<char> token, StringBuilder held, TextWriter output) => Put(token, isText: true, held, output);

    /// <inheritdoc/>
    public void End(StringBuilder held, TextWriter output)
    {
        while (_tables.Count > 0) EndTable(held, output);
        Flush(held, output);
    }

    private void Table(ReadOnlySpan<char> token, bool isEnd, StringBuilder held, TextWriter output)
    {
        if (isEnd)
        {
            if (_tables.Count > 0) EndTable(held, output);
            Put(token, isText: false, held, output);
            return;
        }
        if (_tables.Count == Deepest) throw new RedactionException(ErrorCodes.TooLarge, "fields", "The tables are nested too deep.");
        if (_tables.Count > 0 && !IsDropping) // what is in the cells has names of its own
        {
            _tables[^1].Table.Arranges();
            Flush(held, output);
        }
        Put(token, isText: false, held, output);
        _tables.Add(new(new(fields)));
    }

    private void EndTable(StringBuilder held, TextWriter output)
    {
        EndRow(_tables[^1], held, output);
        _tables.RemoveAt(_tables.Count - 1);
    }

    private void Open(ReadOnlySpan<char> token, Part part, StringBuilder held, TextWriter output)
    {
        var level = _tables[^1];
        if (part is Part.Row or Part.Term) EndRow(level, held, output);
        else EndCell(level, held);
        if (!IsHolding) Flush(held, output);
        if (part is Part.Row or Part.Term || !level.InRow)
        {
            level.Table.OpenRow();
            level.InRow = true;
        }
        if (part is Part.Row)
        {
            Put(token, isText: false, held, output);
            return;
        }
        if (NumberOf(token, "rowspan") > 1)
            throw new RedactionException(
                ErrorCodes.UnsupportedFormat, "fields", "The policy's 'fields' cannot be applied to cells over several rows.");
        level.InCell = true;
        level.Table.OpenCell(part is Part.Head or Part.Term, NumberOf(token, "colspan"), held);
        Put(token, isText: false, held, output);
    }

    private void Close(ReadOnlySpan<char> token, Part part, StringBuilder held, TextWriter output)
    {
        var level = _tables[^1];
        if (part is Part.Row)
        {
            EndRow(level, held, output);
            Put(token, isText: false, held, output);
            return;
        }
        Put(token, isText: false, held, output); // the end tag of a cell goes with it
        EndCell(level, held);
        if (!IsHolding) Flush(held, output);
    }

    private static void EndCell(Level level, StringBuilder held)
    {
        if (level.InCell) level.Table.CloseCell(held);
        level.InCell = false;
    }

    private static void EndRow(Level level, StringBuilder held, TextWriter output)
    {
        EndCell(level, held);
        if (level.InRow) level.Table.CloseRow(held);
        level.InRow = false;
        Flush(held, output);
    }

    private void Put(ReadOnlySpan<char> token, bool isText, StringBuilder held, TextWriter output)
    {
        if (IsDropping)
        {
            fields.Dropped.Amount += token.Length;
            return;
        }
        if (isText && _tables.Count > 0 && _tables[^1].Table.IsNaming) _tables[^1].Table.AddName(token);
        if (IsHolding) held.Append(token);
        else output.Write(token);
    }

    private static void Flush(StringBuilder held, TextWriter output)
    {
        if (held.Length == 0) return;
        output.Write(held);
        held.Clear();
    }

    /// <summary>The number that an attribute of a tag gives; 1 where it has none.</summary>
    private static int NumberOf(ReadOnlySpan<char> tag, ReadOnlySpan<char> attribute)
    {
        var at = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return 1;
        var value = tag[(at + attribute.Length)..].TrimStart().TrimStart('=').TrimStart().TrimStart("\"'");
        var end = value.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(value[..Math.Max(0, end)], out var number) ? number : 1;
    }

    private static Part PartOf(ReadOnlySpan<char> name)
    {
        if (Is(name, "td")) return Part.Cell;
        if (Is(name, "th")) return Part.Head;
        if (Is(name, "tr")) return Part.Row;
        if (Is(name, "dt")) return Part.Term;
        if (Is(name, "dd")) return Part.Cell;
        return Is(name, "table") || Is(name, "dl") ? Part.Table : Part.None;
    }

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private enum Part { None, Table, Row, Head, Cell, Term }
}
