using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>New names for keys: equal ones get equal names, and two different ones never the same.</summary>
internal sealed class KeyNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken;

    public KeyNames(ImmutableArray<FreeText> fields) =>
        _taken = [.. fields.Where(static f => f.IsKey).Select(static f => f.Field.Text)];

    public string Rename(string key, string redacted)
    {
        if (_names.TryGetValue(key, out var known)) return known;
        if (redacted == key) return key;
        var name = redacted;
        for (var i = 2; !_taken.Add(name); i++) name = FormattableString.Invariant($"{redacted}_{i}");
        return _names[key] = name;
    }

    public override string ToString() => $"KeyNames({_names.Count})";
}
