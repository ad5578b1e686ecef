using System.Globalization;

namespace Redaction.Documents.Office;

/// <summary>Reads the cells of a sheet row by row.</summary>
internal sealed class SheetCells(OfficeWork work, OfficePart part, EditableText text)
{
    private readonly SheetRedaction _redaction = new(work, part, text);
    private SheetCell _cell;
    private string _type = "";
    private Place _place;
    private int _column = -1;

    private enum Place { Outside, Cell, Value, Inline }

    /// <summary>True while a row has not ended.</summary>
    public bool IsInRow { get; private set; }

    /// <summary>Takes a tag; false when it is none of a cell's.</summary>
    public bool Start(ReadOnlySpan<char> xml, in OfficeXmlToken token, OfficeElement element, string parent)
    {
        switch (_place)
        {
            case Place.Inline: return true;
            case Place.Cell when element.Local is "v" or "is":
                _place = element.Local == "v" ? Place.Value : Place.Inline;
                _cell.Element = token.Span;
                _cell.Value = new(token.Span.End, 0);
                _cell.Chars = new(text.Length, 0);
                return true;
            case Place.Cell when element.Kind == OfficeElementKind.Formula:
                (_cell.Formula, _cell.FormulaPlace) = (new(text.Length, 0), new(token.Span.End, 0));
                return false; // it is a text like others
            case Place.Outside when element.Kind == OfficeElementKind.SheetRow && parent == "sheetData":
                (IsInRow, _column) = (true, -1);
                return true;
            case Place.Outside when element.Kind == OfficeElementKind.SheetCell && IsInRow:
                Begin(xml, in token);
                return true;
            default: return false;
        }
    }

    /// <summary>Takes a text; false when it is none of a cell's.</summary>
    public bool Add(ReadOnlySpan<char> xml, TextSpan place, bool isLiteral, EditableText into)
    {
        if (_place is not (Place.Value or Place.Inline)) return false;
        var chars = isLiteral ? into.AddLiteral(xml, place) : into.Add(xml, place);
        _cell.Chars = _cell.Chars.Length == 0 ? chars : _cell.Chars.Union(chars);
        return true;
    }

    /// <summary>Takes an end tag; false when it is none of a cell's.</summary>
    public bool End(ReadOnlySpan<char> xml, OfficeElement element, int end)
    {
        switch (_place)
        {
            case Place.Value or Place.Inline when element.Local == (_place == Place.Value ? "v" : "is"):
                _cell.Element = TextSpan.FromBounds(_cell.Element.Start, end);
                var close = xml[.._cell.Element.End].LastIndexOf('<');
                if (close >= _cell.Value.Start) _cell.Value = TextSpan.FromBounds(_cell.Value.Start, close);
                _place = Place.Cell;
                return true;
            case Place.Inline: return true;
            case Place.Cell when element.Kind == OfficeElementKind.Formula && text.Length > _cell.Formula.Start:
                _cell.Formula = TextSpan.FromBounds(_cell.Formula.Start, text.Length);
                _cell.FormulaPlace = TextSpan.FromBounds(_cell.FormulaPlace.Start, xml[..end].LastIndexOf('<'));
                return false;
            case Place.Cell when element.Kind == OfficeElementKind.SheetCell:
                _place = Place.Outside;
                EndCell();
                return true;
            case Place.Outside when element.Kind == OfficeElementKind.SheetRow && IsInRow:
                IsInRow = false;
                _redaction.EndRow();
                return true;
            default: return false;
        }
    }

    /// <summary>Redacts what was read.</summary>
    public void Redact() => _redaction.Run();

    /// <summary>Takes out the formulas that would work out what was redacted.</summary>
    public void RedactFormulas() => _redaction.RunFormulas();

    private void Begin(ReadOnlySpan<char> xml, in OfficeXmlToken token)
    {
        _cell = new() { Column = ++_column };
        _type = "";
        for (var at = token.Name.End; OfficeXmlScanner.NextAttribute(xml, in token, ref at, out var name, out var value);)
        {
            var written = xml.Slice(value.Start, value.Length);
            switch (xml.Slice(name.Start, name.Length))
            {
                case "r" when ColumnOf(written) is >= 0 and var column: _cell.Column = _column = column; break;
                case "t": _type = written.ToString(); break;
                case "s" when int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var style):
                    _cell.IsDate = work.DateStyles.Contains(style);
                    break;
                default: break;
            }
        }
        _place = Place.Cell;
    }

    private void EndCell()
    {
        if (_cell.Chars.Length == 0) return;
        _cell.Kind = _type switch
        {
            "s" => SheetValue.Shared,
            "str" or "inlineStr" => SheetValue.Text,
            "b" when text.Chars.Slice(_cell.Chars.Start, _cell.Chars.Length) is "0" or "1" => SheetValue.None,
            "e" or "" or "n" or "d" or "b" => SheetValue.Number,
            _ => SheetValue.Text,
        };
        _redaction.Add(_cell);
    }

    private static int ColumnOf(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (c is < 'A' or > 'Z') break;
            column = Math.Min(column * 26 + c - 'A' + 1, 1 << 20);
        }
        return column - 1;
    }
}
