using System.Runtime.InteropServices;
using System.Text;

namespace Redaction.Documents.Office;

/// <summary>The texts that cells share (ISO/IEC 29500-1 section 18.4). A text that is redacted in one cell and not in another stands
/// there twice afterwards; a text that no cell shows as it was is emptied.</summary>
internal sealed class SharedStrings : IXmlSink
{
    private const int LargestText = 512 << 20;
    private byte[] _items = new byte[1 << 16];
    private int _length;
    private readonly List<int> _ends = [];
    private readonly List<string> _added = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly HashSet<int> _changed = [];
    private readonly EditableText _text = new();
    private readonly FlowView _view = new();
    private System.Collections.BitArray _kept = new(0);
    private char[] _buffer = new char[1024];
    private string _head = "", _root = "";
    private int _depth, _start;
    private bool _isOdd, _isOddItem;
    private TextSpan? _spoken;

    public bool CanCut => _depth == 1;

    public bool IsComplete => _depth == 0 && _head.Length > 0;

    /// <summary>Number of texts.</summary>
    public int Count => _ends.Count;

    /// <summary>True when something is to be written anew.</summary>
    public bool IsChanged => _added.Count > 0 || _isOdd;

    public void Take(ReadOnlySpan<char> xml, in OfficeXmlToken token)
    {
        if (SharedItem.IsOdd(xml, in token) || (_depth == 1 && IsOther(xml, in token))) _isOdd = _isOddItem = true;
        if (token.Kind == OfficeXmlKind.Start)
        {
            if (_depth == 0) Begin(xml, in token);
            else if (_depth == 1) _start = token.Span.Start;
            _depth++;
        }
        if (token.Kind != OfficeXmlKind.End && !token.IsEmpty) return;
        if (--_depth < 0) throw OfficeXmlScanner.Malformed();
        if (_depth != 1 || OfficeXmlScanner.LocalOf(xml.Slice(token.Name.Start, token.Name.Length)) is not "si") return;
        Add(_isOddItem ? SharedItem.Plain(xml[_start..token.Span.End]) : xml[_start..token.Span.End]);
        _isOddItem = false;
    }

    /// <summary>What stands between texts and is none: it is not written.</summary>
    private static bool IsOther(ReadOnlySpan<char> xml, in OfficeXmlToken token) => token.Kind switch
    {
        OfficeXmlKind.Start => OfficeXmlScanner.LocalOf(xml.Slice(token.Name.Start, token.Name.Length)) is not "si",
        OfficeXmlKind.Text => !xml.Slice(token.Span.Start, token.Span.Length).IsWhiteSpace(),
        _ => token.Kind != OfficeXmlKind.End,
    };

    public void Flush(ReadOnlySpan<char> xml) => _kept.Length = _ends.Count;

    /// <summary>The text of an item, and on lines below what tells how it is spoken. Valid until the next call.</summary>
    /// <exception cref="RedactionException">There is no such item.</exception>
    public ReadOnlySpan<char> TextOf(int index)
    {
        Read(index);
        return _view.Text;
    }

    /// <summary>A cell shows the text as it is.</summary>
    public void Keep(int index) => _kept[index] = true;

    /// <summary>A cell shows the text with edits; returns the number of the text with them.</summary>
    public int Edit(int index, ReadOnlySpan<CellEdit> edits)
    {
        var xml = Read(index);
        foreach (var edit in edits) _view.Replace(new(edit.Start, edit.Length), edit.Text, _text);
        return AddEdited(xml, index);
    }

    /// <summary>Searches the texts that no cell shows.</summary>
    public void RedactUnused(OfficePlans plans, RedactionContext context, string part)
    {
        for (var i = 0; i < _ends.Count; i++)
        {
            if (_kept[i] || _changed.Contains(i)) continue;
            var xml = Read(i);
            var plan = plans.Gather(_view.Text, context);
            plans.Notify(new(i + 1, part), plan, _view.Text);
            if (plan.Items.IsEmpty) { _kept[i] = true; continue; }
            _view.Apply(plan, _text, plans.Writer);
            AddEdited(xml, i);
        }
    }

    /// <summary>Writes all texts.</summary>
    public void Write(TextWriter output)
    {
        output.Write(_head);
        for (var i = 0; i < _ends.Count; i++)
        {
            if (_kept[i]) output.Write(Decode(i));
            else output.Write($"<{_root}si><{_root}t/></{_root}si>");
        }
        foreach (var item in _added) output.Write(item);
        output.Write($"</{_root}sst>");
    }

    private void Begin(ReadOnlySpan<char> xml, in OfficeXmlToken token)
    {
        var text = new EditableText();
        var before = token.Name.End;
        for (var at = before; OfficeXmlScanner.NextAttribute(xml, in token, ref at, out var name, out var value); before = at)
            if (xml.Slice(name.Start, name.Length) is "count" or "uniqueCount")
                text.Replace(TextSpan.FromBounds(before, value.End + 1), "");
        if (token.IsEmpty) text.Replace(new(token.Span.End - 2, 1), "");
        var written = new StringWriter();
        text.Write(xml[..token.Span.End], written);
        _head = _isOdd ? SharedItem.Plain(written.ToString()) : written.ToString();
        _isOddItem = false;
        var root = xml.Slice(token.Name.Start, token.Name.Length);
        _root = root[..(root.IndexOf(':') + 1)].ToString();
    }

    private void Add(ReadOnlySpan<char> item)
    {
        if (_length + item.Length * 3L > LargestText)
            throw new RedactionException(ErrorCodes.TooLarge, "xlsx", "The texts of the cells are larger than the memory limit.");
        var bytes = Encoding.UTF8.GetByteCount(item);
        if (_length + bytes > _items.Length) Array.Resize(ref _items, Math.Max(_length + bytes, _items.Length * 2));
        _length += Encoding.UTF8.GetBytes(item, _items.AsSpan(_length));
        _ends.Add(_length);
    }

    private ReadOnlySpan<char> Decode(int index)
    {
        if ((uint)index >= (uint)_ends.Count)
            throw new RedactionException(ErrorCodes.Malformed, "xlsx", "A cell has a text that there is not.");
        var start = index == 0 ? 0 : _ends[index - 1];
        var bytes = _items.AsSpan(start, _ends[index] - start);
        if (_buffer.Length < bytes.Length) _buffer = new char[bytes.Length * 2];
        return _buffer.AsSpan(0, Encoding.UTF8.GetChars(bytes, _buffer));
    }

    private ReadOnlySpan<char> Read(int index)
    {
        var xml = Decode(index);
        _text.Clear();
        _view.Clear();
        _spoken = null;
        for (var at = 0; at < xml.Length;)
        {
            var token = OfficeXmlScanner.Read(xml, at, isLast: true);
            at = token.Span.End;
            if (token.Kind is OfficeXmlKind.Start or OfficeXmlKind.End)
            {
                if (OfficeXmlScanner.LocalOf(xml.Slice(token.Name.Start, token.Name.Length)) is not ("rPh" or "phoneticPr")) continue;
                _view.EndLine();
                _spoken = _spoken is { } spoken ? spoken.Union(token.Span) : token.Span; // it goes with what it tells of
            }
            else if (token.Kind == OfficeXmlKind.Text) _view.Append(_text, _text.Add(xml, token.Span));
            else if (token.Kind == OfficeXmlKind.Literal)
                _view.Append(_text, _text.AddLiteral(xml, TextSpan.FromBounds(token.Span.Start + 9, token.Span.End - 3)));
        }
        return xml;
    }

    private int AddEdited(ReadOnlySpan<char> xml, int index)
    {
        _changed.Add(index);
        if (_spoken is { } spoken) _text.Replace(spoken, "");
        using var written = new StringWriter();
        _text.Write(xml, written);
        var item = written.ToString();
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, item, out var exists);
        if (exists) return known;
        _added.Add(item);
        return known = _ends.Count + _added.Count - 1;
    }
}
