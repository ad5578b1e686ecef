using System.Runtime.InteropServices;

namespace Redaction.Documents.Office;

/// <summary>Goes through a part in XML, whatever its vocabulary: puts paragraphs together from runs, tells cells of tables from each
/// other, and searches every text and every attribute that is no setting.</summary>
internal sealed class PartReading : IXmlSink
{
    private const int MostNames = 4096, Deepest = 512;
    private readonly OfficeWork _work;
    private readonly OfficePart _part;
    private readonly PartFlow _flow;
    private readonly PartAttributes _attributes;
    private readonly PartAccount _account;
    private readonly SheetCells? _sheet;
    private readonly TextWriter _output;
    private readonly OfficeCells _cells = new();
    private readonly List<Open> _open = [];
    private readonly Dictionary<string, OfficeElement> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OfficeElement>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private (int Start, int Depth) _drop = (-1, 0);
    private int _inserted, _deleted, _numbers;
    private TextSpan? _value, _place;
    private bool _hasRoot;

    public PartReading(OfficeWork work, OfficePart part, PartAccount account, TextWriter output)
    {
        (_work, _part, _account, _output) = (work, part, account, output);
        _flow = new(work.Plans, work.Job.Context, part);
        _sheet = part.Kind == OfficePartKind.Sheet ? new(work, part, _flow.Text) : null;
        _attributes = new(work, part, _flow, account);
        _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>True when nothing that was begun depends on what stands before.</summary>
    public bool CanCut => _flow.Paragraph is null && _drop.Start < 0 && _value is null && _sheet is not { IsInRow: true };

    /// <summary>True when all elements have ended.</summary>
    public bool IsComplete => _hasRoot && _open.Count == 0;

    /// <summary>Takes in a token.</summary>
    /// <exception cref="RedactionException">The part breaks the rules of XML.</exception>
    public void Take(ReadOnlySpan<char> xml, in OfficeXmlToken token)
    {
        if (_drop.Start >= 0 && token.Kind is not (OfficeXmlKind.Start or OfficeXmlKind.End)) return;
        switch (token.Kind)
        {
            case OfficeXmlKind.Start: EndValue(); Start(xml, in token); break;
            case OfficeXmlKind.End when IsLineEnd(xml.Slice(token.Name.Start, token.Name.Length)): break; // it ended where it began
            case OfficeXmlKind.End: EndValue(); End(xml, xml.Slice(token.Name.Start, token.Name.Length), token.Span.End); break;
            case OfficeXmlKind.Text: AddText(xml, token.Span, isLiteral: false); break;
            case OfficeXmlKind.Literal: AddText(xml, TextSpan.FromBounds(token.Span.Start + 9, token.Span.End - 3), isLiteral: true); break;
            case OfficeXmlKind.Instruction when XmlDeclaration.Is(xml.Slice(token.Span.Start, token.Span.Length)): break;
            default:
                EndValue();
                _account.AddSearched(xml.Slice(token.Span.Start, token.Span.Length));
                _flow.AddValue(_flow.Text.AddLiteral(xml, TextSpan.FromBounds(token.Span.Start + 4, Math.Max(token.Span.Start + 4,
                    token.Span.End - (token.Kind == OfficeXmlKind.Comment ? 3 : 2)))), null);
                break;
        }
    }

    /// <summary>Plans what was read and writes it; what is open goes on.</summary>
    public void Flush(ReadOnlySpan<char> xml)
    {
        _sheet?.Redact();
        _flow.Redact();
        _sheet?.RedactFormulas();
        foreach (ref var open in CollectionsMarshal.AsSpan(_open)) open.ViewStart = 0;
        if (!_work.Plans.IsGathering) _flow.Text.Write(xml, _output);
        _flow.Text.Clear();
    }

    /// <summary>Forgets all texts.</summary>
    public void Clear() => _flow.Text.Clear();

    private void Start(ReadOnlySpan<char> xml, in OfficeXmlToken token)
    {
        if (_open.Count == 0 && _hasRoot) throw OfficeXmlScanner.Malformed();
        if (_open.Count > Deepest) throw new RedactionException(ErrorCodes.TooLarge, "office", "Elements are nested too deeply.");
        _hasRoot = true;
        var element = ElementOf(xml.Slice(token.Name.Start, token.Name.Length));
        var outer = _open.Count > 0 ? _open[^1].Given : null;
        var paragraph = _flow.Paragraph;
        var view = element.Kind == OfficeElementKind.Cell ? _flow.Current : paragraph?.Current ?? _flow.Current;
        _open.Add(new(element) { Paragraph = paragraph, ViewStart = view.Length, Given = outer, NameEnd = SpacelessEnd(xml, in token) });
        if (_drop.Start < 0)
        {
            if (element.Kind == OfficeElementKind.Dropped) _drop = (token.Span.Start, _open.Count);
            else if (_sheet is null || !_sheet.Start(xml, in token, element, _open.Count > 1 ? _open[^2].Element.Local : ""))
            {
                Begin(element);
                if (element.Kind == OfficeElementKind.Symbol) AddSymbol(xml, in token, element);
                if (_attributes.Read(xml, in token, element, outer)) Name(element);
                else _drop = (token.Span.Start, _open.Count);
            }
        }
        if (token.IsEmpty || IsLineEnd(element.Name)) End(xml, element.Name, token.Span.End);
    }

    /// <summary>Programs write the line ends of HTML into the texts of shapes, and do not close them.</summary>
    private bool IsLineEnd(ReadOnlySpan<char> name) => name is "br" && _part.MediaType == OfficeMediaTypes.Shapes;

    private void Name(OfficeElement element)
    {
        var open = CollectionsMarshal.AsSpan(_open);
        if (element.Local is "property" or "docVar" or "cacheField") open[^1].Given = _attributes.Given;
        if (_attributes.Control is not { } control) return;
        for (var i = open.Length - 2; i >= 0 && i > open.Length - 5; i--)
        {
            if (open[i].Element.Kind != OfficeElementKind.Control) continue;
            open[i].Control ??= control;
            return;
        }
    }

    private void Begin(OfficeElement element)
    {
        switch (element.Kind)
        {
            case OfficeElementKind.Paragraph: _flow.OpenParagraph(); break;
            case OfficeElementKind.Inserted: _inserted++; break;
            case OfficeElementKind.Deleted: _deleted++; break;
            case OfficeElementKind.NumberCache: _numbers++; break;
            case OfficeElementKind.Tab when IsInRun: _flow.Paragraph?.Append('\t'); break;
            case OfficeElementKind.Break: _flow.Paragraph?.Append('\n'); break;
            case OfficeElementKind.Hyphen: _flow.Paragraph?.Append('-'); break;
            case OfficeElementKind.FieldMark: _flow.Paragraph?.Fields.EndLine(); break;
            case OfficeElementKind.Table: _cells.OpenTable(); break;
            case OfficeElementKind.Row: _cells.OpenRow(); break;
            default: break;
        }
    }

    /// <summary>A character that Word wrote as one of a font reads as the letter, digit or sign that it shows.</summary>
    private void AddSymbol(ReadOnlySpan<char> xml, in OfficeXmlToken token, OfficeElement element)
    {
        if (_flow.Paragraph is not { } paragraph || !token.IsEmpty || SymbolCharacter.Of(xml, in token, element) is not { } c) return;
        var prefix = element.Name[..^element.Local.Length];
        paragraph.Append(_flow.Text, _flow.Text.AddMark(c, token.Span, $"<{prefix}t>", $"</{prefix}t>"), _inserted > 0, _deleted > 0);
    }

    private bool IsInRun => _open.Count > 1 && _open[^2].Element.Kind == OfficeElementKind.Run;

    private void End(ReadOnlySpan<char> xml, ReadOnlySpan<char> name, int end)
    {
        if (_open.Count == 0 || !name.SequenceEqual(_open[^1].Element.Name)) throw OfficeXmlScanner.Malformed();
        var open = _open[^1];
        if (_drop.Start >= 0)
        {
            if (_drop.Depth == _open.Count) EndDrop(xml, open.Element, end);
        }
        else if (_sheet is null || !_sheet.End(xml, open.Element, end)) Close(in open);
        _open.RemoveAt(_open.Count - 1);
    }

    private void EndDrop(ReadOnlySpan<char> xml, OfficeElement element, int end)
    {
        var place = TextSpan.FromBounds(_drop.Start, end);
        _flow.Text.Replace(place, "");
        if (element.Local is "mailMerge" or "sheetDataSet")
            _account.AddErased(
                element.Local == "mailMerge" ? "mail-merge" : "link-cache", _account.BytesOf(xml.Slice(place.Start, place.Length)));
        _drop = (-1, 0);
        Unwind(element);
    }

    /// <summary>What was begun for an element that is then taken out.</summary>
    private void Unwind(OfficeElement element)
    {
        if (element.Kind != OfficeElementKind.Dropped) Close(new Open(element) { Paragraph = _open[^1].Paragraph });
    }

    private void Close(in Open open)
    {
        switch (open.Element.Kind)
        {
            case OfficeElementKind.Paragraph: _flow.CloseParagraph(); break;
            case OfficeElementKind.Inserted: _inserted--; break;
            case OfficeElementKind.Deleted: _deleted--; break;
            case OfficeElementKind.NumberCache: _numbers--; break;
            case OfficeElementKind.Table: _cells.CloseTable(); break;
            case OfficeElementKind.Row: _cells.CloseRow(); break;
            case OfficeElementKind.Cell: _cells.CloseCell(open.ViewStart, _flow.Current); break;
            case OfficeElementKind.Control when open.Control is { } control:
                var view = open.Paragraph?.Current ?? _flow.Current;
                if (view.Length > open.ViewStart) view.Around.Places.Add(new(open.ViewStart, view.Length, control));
                break;
            default: break;
        }
    }

    private void AddText(ReadOnlySpan<char> xml, TextSpan place, bool isLiteral)
    {
        var raw = xml.Slice(place.Start, place.Length);
        if (_open.Count == 0)
        {
            if (!raw.TrimStart('\uFEFF').IsWhiteSpace()) throw OfficeXmlScanner.Malformed();
            return;
        }
        if (_sheet is not null && _sheet.Add(xml, place, isLiteral, _flow.Text)) { _account.AddSearched(raw); return; }
        var element = _open[^1].Element;
        var isRead = element.Kind is OfficeElementKind.Text or OfficeElementKind.DeletedText;
        if (raw.IsEmpty || (!isRead && raw.IsWhiteSpace()) || (!_part.IsCustom && OfficeNames.IsMeasure(element.Local, raw))) return;
        if (raw.Length >= OpaqueData.Shortest && _account.TakeOpaque(raw, place, _flow.Text)) return;
        var chars = isLiteral ? _flow.Text.AddLiteral(xml, place) : _flow.Text.Add(xml, place);
        _account.AddSearched(raw);
        var paragraph = _flow.Paragraph;
        if (isRead && _open[^1].NameEnd > 0) _flow.Text.KeepSpace(chars, _open[^1].NameEnd);
        if (paragraph is not null && (isRead || element.Kind is OfficeElementKind.Paragraph or OfficeElementKind.Run))
            paragraph.Append(_flow.Text, chars, _inserted > 0, _deleted > 0 || element.Kind == OfficeElementKind.DeletedText);
        else if (paragraph is not null && element.Kind == OfficeElementKind.Instruction) paragraph.Fields.Append(_flow.Text, chars);
        else (_value, _place) = _value is { } value ? (value.Union(chars), _place!.Value.Union(place)) : (chars, place);
    }

    /// <summary>A text outside of paragraphs has ended, whatever it was made of.</summary>
    private void EndValue()
    {
        if (_value is not { } chars || _place is not { } place) return;
        (_value, _place) = (null, null);
        var element = _open[^1].Element;
        if (element.Kind == OfficeElementKind.Formula)
        {
            if (_work.Sheets.Rewrite(_flow.Text.Chars.Slice(chars.Start, chars.Length)) is { } written)
                _flow.Text.Replace(place, EditableText.Escape(written));
            else _flow.AddFormula(chars, place);
            return;
        }
        if (element.Local == "Application" && !_part.IsCustom)
        {
            var program = _work.Plans.NameOf(_flow.Text.Chars.Slice(chars.Start, chars.Length), _part.NewName);
            if (program is not null) _flow.Text.Replace(place, EditableText.Escape(program));
            return;
        }
        if (_numbers > 0 && element.Local == "v") _flow.Text.Type(chars, place, "");
        else if (OfficeNames.FallbackOf(element.Local) is { } fallback && !_part.IsCustom) _flow.Text.Type(chars, place, fallback);
        if (HeaderCodes.Has(element.Local) && !_part.IsCustom)
            foreach (var piece in HeaderCodes.Texts(_flow.Text.Chars.Slice(chars.Start, chars.Length)))
                _flow.AddValue(new(chars.Start + piece.Start, piece.Length), null);
        else _flow.AddValue(chars, element.Meaning ?? _open[^1].Given);
    }

    /// <summary>Where the name of a text of Word ends that does not say that its spaces count; 0 for all other elements.</summary>
    private static int SpacelessEnd(ReadOnlySpan<char> xml, in OfficeXmlToken token) =>
        xml.Slice(token.Name.Start, token.Name.Length) is "w:t" or "w:delText"
        && !xml.Slice(token.Span.Start, token.Span.Length).Contains("xml:space", StringComparison.Ordinal) ? token.Name.End : 0;

    private OfficeElement ElementOf(ReadOnlySpan<char> name)
    {
        if (_lookup.TryGetValue(name, out var known)) return known;
        if (_names.Count >= MostNames) _names.Clear(); // names may be data: keep memory bounded
        var written = name.ToString();
        return _names[written] = new(written, _part.IsCustom);
    }

    private record struct Open(OfficeElement Element)
    {
        public int ViewStart;
        public int NameEnd;
        public OfficeParagraph? Paragraph;
        public FieldMeaning? Given;
        public FieldMeaning? Control;
    }
}
