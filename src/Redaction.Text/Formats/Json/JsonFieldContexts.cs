namespace Redaction.Text;

/// <summary>What is known of the fields of a document.</summary>
internal sealed class JsonFieldContexts(RedactionContext document)
{
    private const int MostKnown = 4096; // names may be data: keep memory bounded

    private readonly Dictionary<(string Field, bool IsName), RedactionContext> _contexts = [];
    private readonly Dictionary<string, bool> _typed = [];
    private string? _type = document.DataType;

    /// <summary>The data types of the records; null where they all have that of the document.</summary>
    public JsonRecordTypes? Types { get; set; }

    /// <summary>The context of a value whose field is looked up again and again.</summary>
    /// <param name="field">The field.</param>
    /// <param name="kept">What was found the last time; of these fields alone.</param>
    public RedactionContext ContextOf(string field, ref RedactionContext? kept)
    {
        if (Types is not null) return ContextOf(field);
        return kept ??= ContextOf(field);
    }

    /// <summary>The context of a value; a property's name is no value of a field: its path ends in <c>~</c>.</summary>
    public RedactionContext ContextOf(string field, bool isName = false, int record = 0)
    {
        if (Types is { } types && types.At(record) is var type && type != _type)
        {
            _type = type;
            _contexts.Clear();
        }
        if (_contexts.TryGetValue((field, isName), out var context)) return context;
        if (_contexts.Count > MostKnown) _contexts.Clear();
        return _contexts[(field, isName)] = document with
        {
            DataType = _type,
            Field = isName ? field + "~" : field,
        };
    }

    /// <summary>True when the name of the field says that even a short number is personal.</summary>
    public bool AreTyped(string field)
    {
        if (_typed.TryGetValue(field, out var typed)) return typed;
        if (_typed.Count > MostKnown) _typed.Clear();
        return _typed[field] = FieldVocabulary.Of(field) is { Kind: not (FieldKind.Technical or FieldKind.Timestamp) }
            || Coordinates.AreNamedBy(field);
    }
}
