using System.Text.Json;

namespace Redaction.Audio;

/// <summary>Finds the lists of texts with times in a document, at any depth.</summary>
internal sealed class ShapeGroups
{
    private readonly Dictionary<string, ShapeGroup> _groups = new(StringComparer.Ordinal);
    private readonly List<ShapeGroup> _ordered = [];
    private readonly byte[] _content;
    private readonly bool _anyName;

    private ShapeGroups(byte[] content, bool anyName) => (_content, _anyName) = (content, anyName);

    /// <summary>The groups, in the order of the document.</summary>
    public static List<ShapeGroup> Of(JsonPart root, byte[] content, bool anyName)
    {
        var groups = new ShapeGroups(content, anyName);
        groups.Collect(root, "$", null);
        return groups._ordered;
    }

    public override string ToString() => $"ShapeGroups({_ordered.Count})";

    private bool Collect(JsonPart part, string key, TimedEntry? within)
    {
        if (part.Kind is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) return false;
        if (TimedList.Of(part, _content, _anyName) is { } list)
        {
            CollectList(list, key, within);
            return true;
        }
        var isFound = false;
        foreach (var child in part.Children) isFound |= Collect(child, Key(part, child, key), within);
        return isFound;
    }

    /// <summary>An entry with lists of its own is a segment, and these hold its words.</summary>
    private void CollectList(TimedList list, string key, TimedEntry? within)
    {
        var inner = key + "[*]";
        var leaves = new List<TimedEntry>(list.Entries.Count);
        foreach (var entry in list.Entries)
        {
            var isSegment = false;
            foreach (var child in entry.Part.Children) isSegment |= Collect(child, Key(entry.Part, child, inner), entry);
            if (!isSegment) leaves.Add(entry);
        }
        if (leaves.Count == 0) return;
        if (!_groups.TryGetValue(key, out var group))
        {
            _groups[key] = group = new(key);
            _ordered.Add(group);
        }
        if (leaves.Count < list.Entries.Count) list = list.With(leaves);
        group.Lists.Add(list);
        if (within is { } segment) group.Segments[list] = segment;
    }

    private static string Key(JsonPart parent, JsonPart child, string key) =>
        parent.Kind == JsonTokenType.StartArray ? key + "[*]" : $"{key}.{child.Name}";
}
