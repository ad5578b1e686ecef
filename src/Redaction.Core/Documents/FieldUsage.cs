using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Redaction;

/// <summary>Which of the fields that somebody asked for there were in the documents of a run. Thread-safe.</summary>
/// <param name="asked">Patterns, each with the words that a message begins with.</param>
internal sealed class FieldUsage(IEnumerable<(string Words, Glob Pattern)> asked)
{
    private const int MostRemembered = 4096;
    private readonly ImmutableArray<(string Words, Glob Pattern)> _asked = [.. asked];
    private readonly ConcurrentDictionary<int, bool> _met = new();
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    /// <summary>True when nobody asked for a field.</summary>
    public bool IsIdle => _asked.IsEmpty;

    /// <summary>What nobody met, and the fields that there were.</summary>
    public ImmutableArray<(string Words, Glob Pattern)> Unmet => [.. _asked.Where((_, i) => !_met.ContainsKey(i))];

    /// <summary>Names of fields that there were.</summary>
    public IEnumerable<string> Seen => _seen.Keys.Order(StringComparer.Ordinal);

    /// <summary>Notes that a document has such a field.</summary>
    public void See(string field)
    {
        if (_seen.ContainsKey(field)) return;
        for (var i = 0; i < _asked.Length; i++)
            if (!_met.ContainsKey(i) && FieldPattern.Matches(_asked[i].Pattern, field)) _met[i] = true;
        if (_seen.Count < MostRemembered) _seen[field] = true; // keys may be data: keep memory bounded
    }
}
