using System.Runtime.InteropServices;

namespace Redaction.Documents.Office;

/// <summary>The views of a part: what people read, what stood there before tracked changes, and values that stand by themselves such as
/// properties, alternative text and what fields do.</summary>
internal sealed class PartFlow(OfficePlans plans, RedactionContext context, OfficePart part)
{
    /// <summary>The field of moments at which somebody saved, commented on or changed something.</summary>
    private const string TimeField = "created_at";

    private readonly FlowView _current = new(), _former = new(), _values = new(), _formulas = new(), _times = new();
    private readonly Stack<OfficeParagraph> _open = new();
    private readonly Stack<OfficeParagraph> _free = new();
    private readonly List<TextSpan> _formulaPlaces = [];
    private long _offset;
    private bool _isChanged;

    /// <summary>The texts.</summary>
    public EditableText Text { get; } = new();

    /// <summary>The paragraph that has not ended; null outside of paragraphs.</summary>
    public OfficeParagraph? Paragraph => _open.TryPeek(out var open) ? open : null;

    /// <summary>What people read.</summary>
    public FlowView Current => _current;

    /// <summary>Begins a paragraph, perhaps in another.</summary>
    public void OpenParagraph() => _open.Push(_free.TryPop(out var free) ? free : new());

    /// <summary>Ends a paragraph.</summary>
    public void CloseParagraph()
    {
        var paragraph = _open.Pop();
        if (paragraph.Current.Length + paragraph.Former.Length > 0)
        {
            _current.Append(paragraph.Current);
            _current.Append('\n');
            _former.Append(paragraph.Former);
            _former.Append('\n');
            _isChanged |= paragraph.IsChanged;
        }
        if (paragraph.Fields.Length > 0)
        {
            _values.EndBlock();
            _values.Append(paragraph.Fields);
            _values.EndBlock();
        }
        paragraph.Clear();
        _free.Push(paragraph);
    }

    /// <summary>Adds a value that stands by itself.</summary>
    public void AddValue(TextSpan chars, FieldMeaning? meaning)
    {
        if (chars.Length == 0) return;
        if (meaning is { Kind: FieldKind.Timestamp })
        {
            _times.Append(Text, chars);
            _times.EndLine();
            return;
        }
        _values.EndBlock();
        if (meaning is { } known) _values.Around.Places.Add(new(_values.Length, _values.Length + chars.Length, known));
        _values.Append(Text, chars);
        _values.EndBlock();
    }

    /// <summary>Adds a formula.</summary>
    /// <param name="chars">The formula.</param>
    /// <param name="place">Where it stands.</param>
    public void AddFormula(TextSpan chars, TextSpan place)
    {
        if (chars.Length == 0) return;
        _formulas.EndLine();
        _formulas.Append(Text, chars);
        _formulas.EndLine();
        _formulaPlaces.Add(chars);
        _formulaPlaces.Add(place);
    }

    /// <summary>Plans all views and carries the plans out; then all is forgotten but what the texts are to become.</summary>
    public void Redact()
    {
        Redact(_current, "", false);
        if (_isChanged) Redact(_former, "#former", true);
        Redact(_values, "#values", false);
        Redact(_times, "#times", false, TimeField);
        RedactFormulas();
        _offset += _current.Length;
        _isChanged = false;
        foreach (var view in (ReadOnlySpan<FlowView>)[_current, _former, _values, _formulas, _times]) view.Clear();
        _formulaPlaces.Clear();
    }

    private RedactionPlan<TextSpan>? Plan(FlowView view, string place, bool isRepeat, string? field = null)
    {
        if (view.Text.IsWhiteSpace()) return null;
        view.Around.Places.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        var around = context with { Around = view.Around, Field = field };
        var plan = part.IsPlannedOnce ? plans.Gather(view.Text, around) : plans.Plan(view.Text, around);
        plans.Notify(new(Path: part.NewName + place, Offset: _offset, IsRepeat: isRepeat), plan, view.Text);
        return plan;
    }

    private void Redact(FlowView view, string place, bool isRepeat, string? field = null)
    {
        if (Plan(view, place, isRepeat, field) is not { Items.IsEmpty: false } plan || plans.IsGathering) return;
        view.Apply(plan, Text, plans.Writer);
    }

    /// <summary>In a string of a formula a value is replaced; a formula with a value anywhere else becomes an error value.</summary>
    private void RedactFormulas()
    {
        if (Plan(_formulas, "#formulas", false) is not { Items.IsEmpty: false } plan || plans.IsGathering) return;
        var places = CollectionsMarshal.AsSpan(_formulaPlaces);
        _formulas.Apply(plan, Text, plans.Writer, static written => written.Replace("\"", "\"\"", StringComparison.Ordinal));
        for (var i = 0; i < places.Length; i += 2)
            if (!IsInStrings(places[i])) Text.Type(places[i], places[i + 1], "NA()");
    }

    private bool IsInStrings(TextSpan formula)
    {
        var isInside = false;
        for (var i = formula.Start; i < formula.End; i++)
        {
            if (Text.IsErased(i) && (!isInside || Text.Chars[i] == '"')) return false;
            if (Text.Chars[i] == '"') isInside = !isInside;
        }
        return true;
    }
}
