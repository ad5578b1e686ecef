namespace Redaction;

/// <summary>What a document's format knows of a text beside the field it stands in. Filled anew for each text.</summary>
/// <remarks>Belongs to one thread.</remarks>
internal sealed class Surroundings
{
    /// <summary>What names the text where its field does not: the other half of a pair of name and value.</summary>
    public string? Caption { get; set; }

    /// <summary>Words of the same record, such as the other cells of a row; they count as context.</summary>
    public string? Words { get; set; }

    /// <summary>Places in the text that have names of their own, in order.</summary>
    public List<NamedPlace> Places { get; } = [];

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        (Caption, Words) = (null, null);
        Places.Clear();
    }
}
