using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using Redaction.Text;

namespace Redaction.Documents.Office;

/// <summary>Redacts a stretch of the rows of a sheet: the cells are one text, one a line, in which each knows its column and the label
/// before it. Where rules ask for fields each cell is a text of its own.</summary>
internal sealed class SheetRedaction(OfficeWork work, OfficePart part, EditableText text)
{
    private const int FewestDigits = 5, Longest = 1 << 16, MostDecided = 1 << 20;
    private const string Names = "~"; // the field of names of fields
    private readonly List<SheetCell> _cells = [];
    private readonly List<int> _rowEnds = [];
    private readonly List<int> _planned = [];
    private readonly List<CellEdit> _edits = [];
    private readonly List<(TextSpan Formula, TextSpan Place, string Value)> _formulas = [];
    private readonly SheetHeader _header = new();
    private readonly SheetFields _fields = new(work);
    private readonly Surroundings _around = new();
    private readonly ArrayBufferWriter<char> _text = new(), _written = new();
    private readonly Dictionary<(int Text, int Column), int> _decided = [];
    private bool _isHeader;
    private long _row;

    /// <summary>Takes a cell with a value.</summary>
    public void Add(in SheetCell cell) => _cells.Add(cell);

    /// <summary>The row has ended.</summary>
    public void EndRow() => _rowEnds.Add(_cells.Count);

    /// <summary>Redacts all cells and forgets them.</summary>
    public void Run()
    {
        var cells = CollectionsMarshal.AsSpan(_cells);
        var rows = CollectionsMarshal.AsSpan(_rowEnds);
        for (var i = 0; i < rows.Length; i++)
        {
            _row++;
            var start = i == 0 ? 0 : rows[i - 1];
            var row = cells[start..rows[i]];
            var isHeader = MayName(row) && _header.Take(
                TextsOf(row), i + 1 < rows.Length ? TextsOf(cells[rows[i]..rows[i + 1]]) : [], _fields.AreAsked);
            if (isHeader) Plan(cells); // no value goes from a row to the names of columns, and no name to the row below
            Collect(row, start, isHeader);
            if (_text.WrittenCount >= Longest) Plan(cells);
        }
        Plan(cells);
        _cells.Clear();
        _rowEnds.Clear();
    }

    /// <summary>A formula that would work out again what went from its cell becomes an error value.</summary>
    public void RunFormulas()
    {
        foreach (var (formula, place, value) in _formulas)
            if (FormulaLiterals.Tell(text, formula, value)) text.Replace(place, "NA()");
        _formulas.Clear();
    }

    /// <summary>Names of columns are texts.</summary>
    private static bool MayName(ReadOnlySpan<SheetCell> row)
    {
        foreach (ref readonly var cell in row)
            if (cell.Kind == SheetValue.Number) return false;
        return row.Length > 0;
    }

    private List<(int Column, string? Text)> TextsOf(ReadOnlySpan<SheetCell> row)
    {
        var texts = new List<(int, string?)>(row.Length);
        foreach (ref readonly var cell in row)
        {
            if (cell.Kind == SheetValue.None) continue;
            var written = cell.Kind == SheetValue.Number ? null : Written(in cell).Trim().ToString();
            if (written is not "") texts.Add((cell.Column, written));
        }
        return texts;
    }

    /// <summary>What a cell shows, as far as it is a text or number.</summary>
    private ReadOnlySpan<char> Written(in SheetCell cell)
    {
        var chars = text.Chars.Slice(cell.Chars.Start, cell.Chars.Length);
        if (cell.Kind == SheetValue.Text) return chars;
        if (cell.Kind == SheetValue.Number) return SheetNumber.Show(chars, cell.IsDate, work.CountsFrom1904);
        return work.Strings is { } strings ? strings.TextOf(IndexOf(in cell)) : throw Missing();
    }

    private int IndexOf(in SheetCell cell) => int.TryParse(text.Chars.Slice(cell.Chars.Start, cell.Chars.Length), NumberStyles.None,
        CultureInfo.InvariantCulture, out var index) ? index : throw Missing();

    private static RedactionException Missing() => new(ErrorCodes.Malformed, "xlsx", "A cell has a text that there is not.");

    private void Collect(Span<SheetCell> cells, int first, bool isHeader)
    {
        FieldMeaning? label = null;
        for (var i = 0; i < cells.Length; i++)
        {
            ref var cell = ref cells[i];
            if (cell.Kind == SheetValue.None) continue;
            var written = Written(in cell);
            if (cell.Kind == SheetValue.Shared) cell.Shared = IndexOf(in cell);
            var isLabel = cell.Kind != SheetValue.Number && PairNames.IsLabel(written, out var meaning);
            var named = isHeader ? null : label ?? _header.MeaningOf(cell.Column);
            var isAmount = cell.Kind == SheetValue.Number && written.Contains('.'); // identifiers are whole numbers
            var isFree = label is null && (isAmount || Digits.Count(written) < FewestDigits)
                && (cell.Kind != SheetValue.Number || SheetNumber.Is(written));
            label = isLabel ? PairNames.MeaningOf(written.Trim().TrimEnd(":：")) : null;
            if (cell.Kind == SheetValue.Number && isFree && named is null && !cell.IsDate && !_fields.AreAsked) continue;
            if (cell.Kind == SheetValue.Shared && isFree && !isHeader && _decided.TryGetValue((cell.Shared, cell.Column), out var decided))
            {
                Become(in cell, decided);
                continue;
            }
            if (written.IsWhiteSpace()) { Become(in cell, cell.Shared); continue; }
            cell.Text = new(_text.WrittenCount, written.Length);
            if (isLabel) named = new(default, FieldKind.Technical); // the name of a thing is no data
            if (named is { } known) _around.Places.Add(new(cell.Text.Start, cell.Text.End, known));
            _text.Write(written);
            _text.Write("\n");
            _planned.Add(first + i);
            if (!_fields.AreAsked && !isHeader) continue;
            var field = isHeader ? null : _header.NameOf(cell.Column);
            Plan(CollectionsMarshal.AsSpan(_cells), field ?? "#" + (cell.Column + 1).ToString(CultureInfo.InvariantCulture), isHeader);
        }
    }

    /// <summary>Plans what was collected and carries it out.</summary>
    private void Plan(Span<SheetCell> cells, string? field = null, bool isHeader = false)
    {
        if (_planned.Count > 0)
        {
            var written = _text.WrittenSpan;
            var isIncluded = field is null || isHeader || _fields.Includes(field, written.Length - 1);
            var context = work.Job.Context with { Around = _around, Field = isHeader ? Names : field };
            var plan = isIncluded ? work.Plans.Gather(written, context) : null;
            if (plan is not null) work.Plans.Notify(new(_row, part.NewName), plan, written);
            _isHeader = isHeader;
            var item = 0;
            foreach (var index in _planned) Apply(in cells[index], plan, ref item, written);
        }
        _text.ResetWrittenCount();
        _planned.Clear();
        _around.Clear();
    }

    private void Apply(in SheetCell cell, RedactionPlan<TextSpan>? plan, ref int item, ReadOnlySpan<char> all)
    {
        _edits.Clear();
        for (; plan is not null && item < plan.Items.Length; item++)
        {
            var planned = plan.Items[item];
            var span = planned.Finding.Region;
            if (span.Start >= cell.Text.End) break;
            var (start, end) = (Math.Max(span.Start, cell.Text.Start), Math.Min(span.End, cell.Text.End));
            if (start < end)
            {
                _written.ResetWrittenCount();
                if (span.Start >= cell.Text.Start)
                    work.Plans.Writer.WriteReplacement(all.Slice(span.Start, span.Length), in planned, _written);
                _edits.Add(new(start - cell.Text.Start, end - start, _written.WrittenSpan.ToString()));
            }
            if (span.End > cell.Text.End) break; // it goes on in the next cell
        }
        var written = all.Slice(cell.Text.Start, cell.Text.Length);
        if (_edits.Count > 0 && cell.Formula.Length > 0) _formulas.Add((cell.Formula, cell.FormulaPlace, Gone(written)));
        if (_edits.Count > 0 && cell.Kind != SheetValue.Number) work.NoteChange(written, CollectionsMarshal.AsSpan(_edits));
        switch (cell.Kind)
        {
            case SheetValue.Shared: ApplyShared(in cell, written); break;
            case SheetValue.Number when _edits.Count > 0: ApplyNumber(in cell, written); break;
            case SheetValue.Text:
                foreach (var edit in _edits)
                {
                    for (var i = 0; i < edit.Length; i++) text.Erase(cell.Chars.Start + edit.Start + i);
                    text.Insert(cell.Chars.Start + edit.Start, edit.Text);
                }
                break;
            default: break;
        }
    }

    /// <summary>What goes from a cell.</summary>
    private string Gone(ReadOnlySpan<char> written)
    {
        var gone = new System.Text.StringBuilder();
        foreach (var edit in _edits) gone.Append(written.Slice(edit.Start, edit.Length)).Append('\n');
        return gone.ToString();
    }

    private void ApplyShared(in SheetCell cell, ReadOnlySpan<char> written)
    {
        var becomes = _edits.Count == 0 ? cell.Shared : work.Strings!.Edit(cell.Shared, CollectionsMarshal.AsSpan(_edits));
        if (!_isHeader && Digits.Count(written) < FewestDigits)
        {
            if (_decided.Count >= MostDecided) _decided.Clear();
            _decided[(cell.Shared, cell.Column)] = becomes;
        }
        Become(in cell, becomes);
    }

    private void Become(in SheetCell cell, int shared)
    {
        if (cell.Kind != SheetValue.Shared) return;
        if (shared == cell.Shared) work.Strings!.Keep(shared);
        else text.Replace(cell.Value, shared.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A number stays one or the cell becomes empty.</summary>
    private void ApplyNumber(in SheetCell cell, ReadOnlySpan<char> written)
    {
        var edit = _edits[0];
        var isNumber = !cell.IsDate && _edits.Count == 1 && edit.Length == written.Length && JsonNumber.Is(edit.Text);
        if (isNumber) text.Replace(cell.Value, edit.Text);
        else text.Replace(cell.Element, "");
    }
}
