using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>What the attributes of one tag say: the meaning of each by its own name, and the pair of a name and a value.</summary>
internal sealed class MarkupTagNames
{
    private const int LongestLabel = 48;
    private static readonly SearchValues<char> s_nameEnds = SearchValues.Create(" \t\r\n\f/>");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_naming = new[]
    {
        "name", "key", "id", "field", "label", "property", "itemprop", "data-label", "data-field", "data-name", "data-title", "autocomplete",
        "placeholder", "aria-label", "title", "code", "attribute", "ss:name", "column", "data-column", "data-th", "data-key", "param", "formcontrolname",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_values = new[]
    {
        "value", "val", "v", "text", "string", "content", "data", "data-value", "defaultvalue", "stringvalue", "valuestring", "answer", "#text",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the name among the attributes means.</summary>
    public FieldMeaning? Named { get; private set; }

    /// <summary>Where the value of the pair stands in the view of attribute values; empty when there is none.</summary>
    public TextSpan Value { get; private set; }

    /// <summary>The name at the beginning.</summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag) =>
        tag.IndexOfAny(s_nameEnds) is >= 0 and var end ? tag[..end] : tag;

    /// <summary>True for elements and attributes that hold the value of whatever they stand in.</summary>
    public static bool IsValue(ReadOnlySpan<char> name) => s_values.Contains(name[(name.LastIndexOf(':') + 1)..]);

    /// <summary>True for a text that is nothing but the name of a value.</summary>
    public static bool IsLabel(ReadOnlySpan<char> text, out FieldMeaning meaning)
    {
        meaning = default;
        if (text.Length > LongestLabel) return false;
        text = text.Trim().TrimEnd(":：*?. ");
        return !text.IsEmpty && FieldVocabulary.TryGet(text, out meaning) && meaning.Type.Name is not null;
    }

    /// <summary>Takes in an attribute; returns what its own name says of its value.</summary>
    public FieldMeaning? Add(ReadOnlySpan<char> name, ReadOnlySpan<char> value, int at)
    {
        if (s_naming.Contains(name))
        {
            if (value.Length <= LongestLabel && FieldVocabulary.Of(value) is { Type.Name: not null } named) Named ??= named;
            return null;
        }
        if (IsValue(name)) Value = new(at, value.Length);
        else if (FieldVocabulary.Of(name) is { Type.Name: not null } meaning) return meaning;
        return null;
    }

    /// <summary>Forgets the tag.</summary>
    public void Clear() => (Named, Value) = (null, default);
}
