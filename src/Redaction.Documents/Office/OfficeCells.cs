using Redaction.Text;

namespace Redaction.Documents.Office;

/// <summary>Which cells of tables in running text have names: those below a first row of names, and those behind a label.</summary>
internal sealed class OfficeCells
{
    private const int Most = 256, LongestName = 64;
    private readonly Stack<TableFrame> _tables = new();

    /// <summary>A table begins.</summary>
    public void OpenTable() => _tables.Push(new());

    /// <summary>A row begins.</summary>
    public void OpenRow()
    {
        if (_tables.TryPeek(out var table)) table.BeginRow();
    }

    /// <summary>A cell ends; what names it, if anything does, is added to the places of the view.</summary>
    public void CloseCell(int start, FlowView view)
    {
        if (!_tables.TryPeek(out var table) || table.Row.Count >= Most) return;
        var text = view.Text[Math.Min(start, view.Length)..].Trim();
        var isLabel = PairNames.IsLabel(text, out var meaning);
        var name = isLabel ? meaning
            : text.Length > LongestName ? null : FieldVocabulary.OfName(text.TrimEnd(":： "), out _);
        var column = table.Row.Count < table.Columns.Count ? table.Columns[table.Row.Count] : null;
        var named = table.Label ?? column;
        if (isLabel) view.Around.Places.Add(new(start, view.Length, new(default, FieldKind.Technical))); // the name of a thing is no data
        else if (!text.IsEmpty && named is { Type.Name: not null } known) view.Around.Places.Add(new(start, view.Length, known));
        table.HasValue |= text.ContainsAnyInRange('0', '9') || (name is null && text.Length > 0 && !char.IsLetter(text[0]));
        table.Row.Add(name);
        table.Label = isLabel ? meaning : null;
    }

    /// <summary>A row ends: the first one names the columns when it holds names and no value.</summary>
    public void CloseRow()
    {
        if (!_tables.TryPeek(out var table)) return;
        if (!table.HasRows && !table.HasValue && table.Row.Count > 1 && table.Row.Exists(static m => m is { Type.Name: not null }))
            table.Columns.AddRange(table.Row);
        table.HasRows = true;
    }

    /// <summary>A table ends.</summary>
    public void CloseTable() => _tables.TryPop(out _);

    private sealed class TableFrame
    {
        public List<FieldMeaning?> Columns { get; } = [];

        public List<FieldMeaning?> Row { get; } = [];

        public FieldMeaning? Label { get; set; }

        public bool HasValue { get; set; }

        public bool HasRows { get; set; }

        public void BeginRow()
        {
            Row.Clear();
            (Label, HasValue) = (null, false);
        }
    }
}
