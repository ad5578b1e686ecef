using System.Text;

namespace Redaction.Text;

/// <summary>Writes the tokens of an XML document without the elements and attributes that do not leave.</summary>
internal sealed class XmlFieldWriter(FieldProjection fields) : IMarkupFieldWriter
{
    private const int Deepest = 256;
    private readonly List<Element> _open = [];
    private bool _hasRoot;
    private bool _hasKept;
    private int _whole;
    private int _blank;

    private sealed record Element(string Name, string Path, bool IsKept, bool IsDropped)
    {
        /// <summary>Where what is held back of it begins; -1 when its tag is written.</summary>
        public int Held { get; set; } = -1;

        public bool HasChildren { get; set; }

        public bool HasText { get; set; }
    }

    /// <summary>What cannot be projected is refused.</summary>
    public static RedactionException Failure(string code) => new(code, "fields", "The elements of the XML do not end where they should.");

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<char> token, MarkupTokenKind kind, StringBuilder held, TextWriter output)
    {
        if (kind == MarkupTokenKind.Text) Text(token, held, output);
        else if (kind == MarkupTokenKind.Aside) Aside(token, held, output);
        else if (token[1] == '/') Close(token, held, output);
        else Open(token, held, output);
    }

    /// <inheritdoc/>
    public void TakeCutOff(ReadOnlySpan<char> token, StringBuilder held, TextWriter output) => throw Failure(ErrorCodes.Truncated);

    /// <inheritdoc/>
    public void End(StringBuilder held, TextWriter output)
    {
        if (_open.Count > 0) throw Failure(ErrorCodes.Truncated);
        Flush(held, output);
        if (fields.IsOnly && !_hasKept)
            throw new RedactionException(ErrorCodes.NoSuchField, "fields", "None of the fields that leave is in the XML.");
    }

    private bool IsDropping => _whole > 0 && _open[_whole - 1].IsDropped;

    private bool IsKeeping => _whole > 0 && _open[_whole - 1].IsKept;

    private void Text(ReadOnlySpan<char> text, StringBuilder held, TextWriter output)
    {
        var isBlank = text.IsWhiteSpace();
        if (!isBlank && (_open.Count == 0 || (text[0] == '<' && !text.StartsWith("<![CDATA[")))) throw Failure(ErrorCodes.Malformed);
        if (IsDropping) Drop(text);
        else if (IsKeeping || !fields.IsOnly) Put(text, held, output);
        else if (isBlank)
        {
            held.Append(text);
            _blank += text.Length;
        }
        else
        {
            _open[^1].HasText = true;
            Drop(text);
        }
    }

    private void Aside(ReadOnlySpan<char> token, StringBuilder held, TextWriter output)
    {
        var isHead = token.StartsWith("<?xml ") || token.StartsWith("<!DOCTYPE");
        if (!IsDropping && (isHead || IsKeeping || !fields.IsOnly))
        {
            Put(token, held, output);
            return;
        }
        if (!IsDropping) fields.Dropped.Add(token.StartsWith("<!--") ? "comments" : "processing instructions");
        Drop(token);
    }

    private void Open(ReadOnlySpan<char> tag, StringBuilder held, TextWriter output)
    {
        var isEmpty = tag.EndsWith("/>");
        var name = XmlTag.NameOf(tag);
        if (_open.Count == 0 && _hasRoot) throw Failure(ErrorCodes.Malformed); // a second root
        if (_open.Count >= Deepest) throw new RedactionException(ErrorCodes.TooLarge, "fields", "The elements are nested too deep.");
        _hasRoot = true;
        var parent = _open.Count > 0 ? _open[^1] : null;
        if (parent is not null) parent.HasChildren = true;
        var path = $"{parent?.Path ?? "$"}.{XmlTag.LocalName(name)}";
        var isNamed = _whole == 0 && fields.Names(path);
        var element = new Element(name.ToString(), path, isNamed && fields.IsOnly, isNamed && !fields.IsOnly);
        _open.Add(element);
        if (isNamed) _whole = _open.Count;
        if (IsDropping)
        {
            if (isNamed) fields.Dropped.Add(path);
            Drop(tag);
        }
        else if (IsKeeping) Put(tag, held, output);
        else
        {
            element.Held = held.Length - _blank;
            var hasNamed = XmlTag.Write(tag, path, fields, held);
            _hasKept |= hasNamed && fields.IsOnly;
            if (hasNamed || !fields.IsOnly) Flush(held, output);
            _blank = 0;
        }
        if (isEmpty) Close(held, output, []);
    }

    private void Close(ReadOnlySpan<char> tag, StringBuilder held, TextWriter output)
    {
        if (_open.Count == 0 || !XmlTag.NameOf(tag).SequenceEqual(_open[^1].Name)) throw Failure(ErrorCodes.Malformed);
        Close(held, output, tag);
    }

    private void Close(StringBuilder held, TextWriter output, ReadOnlySpan<char> tag)
    {
        var element = _open[^1];
        if (IsDropping) Drop(tag);
        else if (IsKeeping || !fields.IsOnly) Put(tag, held, output);
        else
        {
            var isEmpty = element.Held >= 0 && !element.HasChildren;
            if (isEmpty || element.HasText) fields.Dropped.Add(element.Path);
            if (element.Held >= 0 && (isEmpty || _open.Count > 2)) // records stay, each in its place
            {
                fields.Dropped.Amount += held.Length - element.Held + tag.Length;
                held.Length = element.Held;
                _blank = 0;
            }
            else Put(tag, held, output);
        }
        if (_whole == _open.Count) _whole = 0;
        _open.RemoveAt(_open.Count - 1);
    }

    private void Put(ReadOnlySpan<char> token, StringBuilder held, TextWriter output)
    {
        Flush(held, output);
        output.Write(token);
    }

    private void Flush(StringBuilder held, TextWriter output)
    {
        _hasKept |= IsKeeping;
        _blank = 0;
        if (held.Length == 0) return;
        output.Write(held);
        held.Clear();
        foreach (var element in _open) element.Held = -1;
    }

    private void Drop(ReadOnlySpan<char> token) => fields.Dropped.Amount += token.Length;
}
