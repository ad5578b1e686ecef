using System.Collections.Immutable;

namespace Redaction;

/// <summary>Says of what data type an item is, and by which fields its records tell another.</summary>
internal sealed class DataTypeMap(ImmutableArray<DataTypeRule> rules)
{
    private volatile bool _isMet; // items are looked at by many threads

    /// <summary>True when all entries tell data types by path, and no item lay where any of them says.</summary>
    public bool IsUnmet => !_isMet && !rules.IsEmpty && rules.All(static r => r.Path is not null);

    /// <summary>Resolves an item.</summary>
    /// <param name="paths">The item's path below the input, and others it may be called by.</param>
    /// <param name="rest">The data type where no entry matches.</param>
    public (string? Item, ImmutableArray<RecordType> Records) Of(ReadOnlySpan<string> paths, string? rest)
    {
        if (rules.IsEmpty) return (rest, []);
        var records = ImmutableArray.CreateBuilder<RecordType>();
        foreach (var rule in rules)
        {
            if (rule.Field is { } field) records.Add(new(field, rule.Equal, rule.Is));
            else if (Matches(rule.Path!, paths))
            {
                _isMet = true;
                return (rule.Is, records.ToImmutable());
            }
        }
        return (rest, records.ToImmutable());
    }

    private static bool Matches(string pattern, ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
            if (PathGlob.Matches(pattern, path)) return true;
        return false;
    }
}
