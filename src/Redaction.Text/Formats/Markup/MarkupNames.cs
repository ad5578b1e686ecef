namespace Redaction.Text;

/// <summary>Names of elements and attributes in a window: structure, out of which only values that tell by themselves what they are
/// are taken. Start and end tags get the same new name.</summary>
internal sealed class MarkupNames(DocumentJob job)
{
    private readonly NameTable _table = new(job.Redactor, NameGrammar.Identifier);
    private readonly RedactionContext _context = job.Context with { Field = "~" };
    private readonly Dictionary<TextSpan, string> _names = [];

    /// <summary>What is to be done in the window.</summary>
    public List<PlannedRedaction<TextSpan>> Items { get; } = [];

    /// <summary>Begins a window.</summary>
    public void Begin()
    {
        Items.Clear();
        _names.Clear();
    }

    /// <summary>Looks at a name, most of which have no digit, and none without one is a value; true when it gets another.</summary>
    public bool Take(ReadOnlySpan<char> text, TextSpan place)
    {
        var name = text.Slice(place.Start, place.Length);
        if (!name.ContainsAnyInRange('0', '9') || !IsName(name)
            || _table.Of(name, _context) is not { Name: { } given, Plan: { } plan }) return false;
        Items.Add(plan.Items[0] with { Finding = plan.Items[0].Finding with { Region = place } });
        _names[place] = given;
        return true;
    }

    /// <summary>A name of XML; what is none is searched as a value.</summary>
    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (!char.IsLetter(name[0]) && name[0] != '_') return false;
        foreach (var c in name)
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.' or ':')) return false;
        return true;
    }

    /// <summary>The new name that stands in a place; null for all other places.</summary>
    public string? At(TextSpan place) => _names.GetValueOrDefault(place);

    /// <summary>Forgets the document.</summary>
    public void Clear()
    {
        Begin();
        _table.Clear();
    }
}
