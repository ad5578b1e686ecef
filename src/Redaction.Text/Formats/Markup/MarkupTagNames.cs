using System.Buffers;

namespace Redaction.Text;

/// <summary>What the attributes of one tag say: the meaning of each by its own name, and the pair of a name and a value.</summary>
internal sealed class MarkupTagNames
{
    private static readonly SearchValues<string> s_hints =
        SearchValues.Create(["title", "placeholder", "aria-label", "autocomplete", "type", "code"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> s_nameEnds = SearchValues.Create(" \t\r\n\f/>");

    private TextSpan _id;
    private bool _hasDomain;

    /// <summary>What the name among the attributes means.</summary>
    public FieldMeaning? Named { get; private set; }

    /// <summary>What the name means for the content of the element; titles and hints speak of the attribute alone.</summary>
    public FieldMeaning? OfContent { get; private set; }

    /// <summary>Where the value of the pair stands in the view of attribute values; empty when there is none.</summary>
    public TextSpan Value { get; private set; }

    /// <summary>Where the extension of an instance identifier stands (HL7 v3, <c>&lt;id root=… extension=…/&gt;</c>), which is one of a
    /// person or document; empty when there is none.</summary>
    public TextSpan Extension { get; private set; }

    /// <summary>The part of an address before its sign, where both parts have attributes (GPX,
    /// <c>&lt;email id="x" domain="example.com"/&gt;</c>); empty when there is none.</summary>
    public TextSpan Account => _hasDomain ? _id : default;

    /// <summary>The name at the beginning.</summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag) =>
        tag.IndexOfAny(s_nameEnds) is >= 0 and var end ? tag[..end] : tag;

    /// <summary>Takes in an attribute; returns what its own name says of its value.</summary>
    public FieldMeaning? Add(ReadOnlySpan<char> name, ReadOnlySpan<char> value, int at)
    {
        if (name.SequenceEqual("id")) _id = new(at, value.Length);
        if (name.SequenceEqual("domain")) _hasDomain = true;
        if (PairNames.IsNaming(name))
        {
            var meaningOfPair = PairNames.MeaningOf(value);
            Named ??= meaningOfPair;
            if (!s_hints.Contains(name.ToString())) OfContent ??= meaningOfPair;
            return null;
        }
        if (name.SequenceEqual("extension")) Extension = new(at, value.Length);
        if (PairNames.IsValue(name)) Value = new(at, value.Length);
        else if (FieldVocabulary.Of(name) is { Type.Name: not null } meaning) return meaning;
        return null;
    }

    /// <summary>Forgets the tag.</summary>
    public void Clear() => (Named, OfContent, Value, Extension, _id, _hasDomain) = (null, null, default, default, default, false);
}
