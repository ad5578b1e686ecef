using System.Text;

namespace Redaction.Audio;

/// <summary>The timed lists that stand in the same place of every segment: together they are one writing of what was spoken.</summary>
internal sealed class ShapeGroup(string key)
{
    private string? _letters;

    /// <summary>The place, with a star for every index.</summary>
    public string Key { get; } = key;

    /// <summary>The lists, in the order of the document.</summary>
    public List<TimedList> Lists { get; } = [];

    /// <summary>The entries that hold the lists, where they have a text of their own.</summary>
    public Dictionary<TimedList, TimedEntry> Segments { get; } = [];

    /// <summary>How many texts there are.</summary>
    public int Count => Lists.Sum(static l => l.Entries.Count);

    /// <summary>The letters of all texts.</summary>
    public string Letters(byte[] content)
    {
        if (_letters is not null) return _letters;
        var text = new StringBuilder();
        foreach (var list in Lists)
            foreach (var entry in list.Entries) text.Append(entry.Text.String(content));
        return _letters = new CanonicalText(text.ToString()).Letters;
    }

    public override string ToString() => $"ShapeGroup({Lists.Count})";
}
