namespace Redaction.Text;

/// <summary>A name and a value that stand beside each other as <c>name: DB_PASSWORD</c> and <c>value: …</c>.</summary>
internal ref struct NameValuePair
{
    private const int Reach = 120, LongestName = 48;
    private FieldMeaning? _meaning;
    private int _at;

    /// <summary>True for the words of which one half of a pair is called.</summary>
    public static bool IsPart(ReadOnlySpan<char> word) => PairNames.IsNaming(word) || PairNames.IsValue(word);

    /// <summary>Keeps the meaning of a name; true when this was one.</summary>
    public bool Take(ReadOnlySpan<char> text, ReadOnlySpan<char> label, TextSpan value, int mark)
    {
        if (value.Length is 0 or > LongestName || !PairNames.IsNaming(label)) return false;
        if (PairNames.MeaningOf(text.Slice(value.Start, value.Length)) is not { } meaning) return false;
        (_meaning, _at) = (meaning, mark);
        return true;
    }

    /// <summary>What the name says of a value that stands here; null when this is no value of a pair.</summary>
    public FieldMeaning? MeaningFor(ReadOnlySpan<char> label, int mark)
    {
        if (_meaning is not { } meaning || mark - _at > Reach || !PairNames.IsValue(label)) return null;
        _meaning = null;
        return meaning;
    }
}
