namespace Redaction.Governance;

/// <summary>How many originals of each type were shown as they are in one document, and how many could not be opened.</summary>
internal sealed class ShownOriginals
{
    /// <summary>Raw values, by entity type.</summary>
    public SortedDictionary<string, long> Raw { get; } = new(StringComparer.Ordinal);

    /// <summary>Values whose key was not there or was destroyed: their type was written.</summary>
    public long Closed { get; private set; }

    /// <summary>Counts a raw original that was opened, or could not be.</summary>
    public void Count(string type, bool opened) => Add(type, opened, raw: true);

    internal void Add(string type, bool opened, bool raw)
    {
        if (!opened) Closed++;
        else if (raw) Raw[type] = Raw.GetValueOrDefault(type) + 1;
    }
}
