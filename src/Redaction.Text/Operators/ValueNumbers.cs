namespace Redaction.Text;

/// <summary>Numbers the values of a document in the order in which they appear, each type for itself.</summary>
internal sealed class ValueNumbers
{
    private readonly Dictionary<(string Type, string Value), int> _numbers = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> _persons = [];

    public int Of(EntityType type, ReadOnlySpan<char> value) =>
        type == EntityTypes.Person ? OfPerson(value) : Number(type.Name, KeyedDigest.Canonical(value));

    /// <summary>A name is that of a known person when all its parts belong to one, and to one only:
    /// "Doe" is "Jane Doe" while there is one Doe.</summary>
    private int OfPerson(ReadOnlySpan<char> value)
    {
        var parts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var range in NameParts.Of(value))
            if (!NameParts.IsParticle(value[range])) parts.Add(KeyedDigest.Canonical(value[range]));
        if (parts.Count == 0) return Number("person", KeyedDigest.Canonical(value)) + _persons.Count;
        int found = -1, matches = 0;
        for (var i = 0; i < _persons.Count; i++)
        {
            if (_persons[i].SetEquals(parts)) { (found, matches) = (i, 1); break; }
            if (!Fits(parts, _persons[i])) continue;
            found = i;
            matches++;
        }
        if (matches != 1)
        {
            _persons.Add(parts);
            return _persons.Count;
        }
        _persons[found].UnionWith(parts.Where(static p => p.Length > 1));
        return found + 1;
    }

    /// <summary>True when every part of the shorter name is in the longer one, a single letter standing for a part
    /// that begins with it.</summary>
    private static bool Fits(HashSet<string> parts, HashSet<string> known)
    {
        var (few, many) = parts.Count <= known.Count ? (parts, known) : (known, parts);
        if (!few.Any(static p => p.Length > 1)) return false;
        return few.All(part => many.Contains(part) || many.Any(other => (part.Length == 1 || other.Length == 1) && part[0] == other[0]));
    }

    private int Number(string type, string value)
    {
        if (_numbers.TryGetValue((type, value), out var number)) return number;
        number = _counts.GetValueOrDefault(type) + 1;
        _counts[type] = number;
        _numbers[(type, value)] = number;
        return number;
    }
}
