namespace Redaction.Text;

/// <summary>What was left out of a document because it is not needed, by the name of the field.</summary>
internal sealed class DroppedFields
{
    private const int MostNames = 200;
    private const string Others = "other fields";

    /// <summary>How often a field was left out. Names may be data: they are written down only after a look at them.</summary>
    public SortedDictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>How much was left out, in the unit of the document's account.</summary>
    public long Amount { get; set; }

    public void Add(string field)
    {
        if (!Counts.ContainsKey(field) && Counts.Count >= MostNames) field = Others;
        Counts[field] = Counts.GetValueOrDefault(field) + 1;
    }
}
