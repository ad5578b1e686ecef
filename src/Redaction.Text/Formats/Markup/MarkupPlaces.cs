namespace Redaction.Text;

/// <summary>
/// Which values of a window of markup have names: elements and attributes by their own, <c>value</c> by the <c>name</c> beside it, cells by
/// the header of their column, and a text by the label before it. Both views of <see cref="MarkupReading"/> are told.
/// </summary>
internal sealed class MarkupPlaces(bool isHtml)
{
    private const int Deepest = 64;
    private static readonly EntityType s_record = new("medical-record");
    private readonly List<Open> _open = [];
    private readonly MarkupColumns _columns = new();
    private readonly MarkupTagNames _tag = new();
    private FieldMeaning? _label;
    private int _textStart;

    /// <summary>What the flow is told.</summary>
    public Surroundings Flow { get; } = new();

    /// <summary>What attribute values are told.</summary>
    public Surroundings Aside { get; } = new();

    /// <summary>Begins a window.</summary>
    public void Begin()
    {
        Flow.Clear();
        Aside.Clear();
        _open.Clear();
        _columns.Begin();
        (_label, _textStart) = (null, 0);
    }

    /// <summary>The first characters of the window will not come again.</summary>
    public void Drop(int length) => _columns.Drop(length);

    /// <summary>An attribute value was added to the aside view.</summary>
    public void Attribute(ReadOnlySpan<char> name, TextSpan value, ReadOnlySpan<char> aside)
    {
        if (name.SequenceEqual("xmlns") || name.StartsWith("xmlns:")) // a namespace is the name of a vocabulary
        {
            Aside.Places.Add(new(value.Start, value.End, new(default, FieldKind.Technical)));
            return;
        }
        var text = aside.Slice(value.Start, value.Length);
        if ((_tag.Add(name, text, value.Start) ?? Coordinates.MeaningOf(name, text)) is { } meaning)
            Aside.Places.Add(new(value.Start, value.End, meaning));
    }

    /// <summary>The text of an element that holds no markup was added to the aside view: the words of a style sheet are no data.</summary>
    public void Raw(ReadOnlySpan<char> tag, int start, int end)
    {
        if (MarkupTagNames.NameOf(tag[1..]).Equals("style", StringComparison.OrdinalIgnoreCase))
            Aside.Places.Add(new(start, end, new(default, FieldKind.Technical)));
    }

    /// <summary>A tag has been read, with its attributes; the flow is what stands before it.</summary>
    public void Tag(ReadOnlySpan<char> tag, int position, bool isBlock, TextView flow)
    {
        EndText(flow);
        var isEnd = tag.Length > 1 && tag[1] == '/';
        var name = MarkupTagNames.NameOf(tag[(isEnd ? 2 : 1)..]);
        if (isEnd) Close(name, flow);
        else
        {
            var own = isHtml && !name.Contains('-') ? null : FieldVocabulary.Of(name);
            if (_tag.Value is { Length: > 0 } value && (_tag.Named ?? own ?? _label) is { } meaning)
            {
                Aside.Places.Add(new(value.Start, value.End, meaning));
                if (_tag.Named is null && own is null) _label = null;
            }
            if (_tag.Extension is { Length: > 0 } extension && IsOf(name, "id"))
                Aside.Places.Add(new(extension.Start, extension.End, new(s_record, FieldKind.Code)));
            if (_tag.Account is { Length: > 0 } account && IsOf(name, "email"))
                Aside.Places.Add(new(account.Start, account.End, new(UserName.Type, FieldKind.Word)));
            if (isHtml || MarkupColumns.IsOfTable(name)) _columns.Open(name, position, flow.Length);
            if (!tag.EndsWith("/>", StringComparison.Ordinal)) Push(name, own, isBlock, flow);
        }
        _tag.Clear();
        _textStart = flow.Length;
    }

    /// <summary>The window ends.</summary>
    public void End(TextView flow) => EndText(flow);

    private static bool IsOf(ReadOnlySpan<char> name, string local) => name[(name.LastIndexOf(':') + 1)..].SequenceEqual(local);

    private void Push(ReadOnlySpan<char> name, FieldMeaning? own, bool isBlock, TextView flow)
    {
        if (isBlock && _open.Count > 0) _open[^1] = _open[^1] with { HasBlocks = true };
        if (_open.Count == Deepest) return;
        var meaning = _tag.OfContent ?? own;
        if (meaning is null && _open.Count > 0 && PairNames.IsValue(name)) meaning = _open[^1].Meaning;
        _open.Add(new(string.GetHashCode(name, StringComparison.OrdinalIgnoreCase), flow.Length, meaning, false));
    }

    private void Close(ReadOnlySpan<char> name, TextView flow)
    {
        if (isHtml || MarkupColumns.IsOfTable(name)) _columns.Close(name, flow.Text, Flow.Places);
        var hash = string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);
        for (var i = _open.Count - 1; i >= 0 && i > _open.Count - 9; i--)
        {
            if (_open[i].Hash != hash) continue;
            if (i == _open.Count - 1 && !_open[i].HasBlocks
                && (_open[i].Meaning ?? Coordinates.MeaningOf(name, flow.Text[_open[i].Start..])) is { } meaning)
                Add(_open[i].Start, flow, meaning);
            _open.RemoveRange(i, _open.Count - i);
            return;
        }
    }

    private void Add(int start, TextView flow, FieldMeaning meaning)
    {
        var text = flow.Text[start..];
        if (text.StartsWith("<![CDATA[", StringComparison.Ordinal) && text.EndsWith("]]>", StringComparison.Ordinal))
        {
            Flow.Places.Add(new(start + 9, flow.Length - 3, meaning));
            return;
        }
        if (flow.Length > start) Flow.Places.Add(new(start, flow.Length, meaning));
    }

    /// <summary>The text between two tags: a label, or the value of the label before it.</summary>
    private void EndText(TextView flow)
    {
        if (flow.Length <= _textStart || flow.Text[_textStart..].IsWhiteSpace()) return;
        var text = flow.Text[_textStart..].Trim();
        var isLabel = PairNames.IsLabel(text, out var meaning);
        if (!isLabel && _label is { } label) Add(_textStart, flow, label);
        if (isLabel) Add(_textStart, flow, new(default, FieldKind.Technical)); // the name of a thing is no data
        _label = isLabel ? meaning : null;
        _textStart = flow.Length;
    }

    private readonly record struct Open(int Hash, int Start, FieldMeaning? Meaning, bool HasBlocks);
}
