using System.Collections.Immutable;

namespace Redaction.Batch;

/// <summary>Adds up results.</summary>
internal sealed class SummaryBuilder
{
    private readonly SortedDictionary<string, int> _redacted = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string?> _advice = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _refused = new(StringComparer.Ordinal);
    private readonly ItemCounts _counts = new();
    private readonly SortedDictionary<string, long> _dropped = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _unsearched = new(StringComparer.Ordinal);
    private long _bytes;
    private double _spoken;
    private double _unheard;
    private double _silenced;

    public int Done { get; private set; }

    public int Failed { get; private set; }

    public long Findings => _counts.Total;

    public void Add(ItemOutcome result)
    {
        Done++;
        foreach (var input in result.Inputs) _bytes += input.Bytes;
        if (result.Error is { } error)
        {
            Failed++;
            _failures[error] = _failures.GetValueOrDefault(error) + 1;
            var advice = result.Failure!.Advice;
            _advice[error] = _advice.TryGetValue(error, out var said) && said != advice ? null : advice;
            return;
        }
        var kind = result.Kind;
        _redacted[kind] = _redacted.GetValueOrDefault(kind) + 1;
        _counts.Add(result.Counts);
        foreach (var (name, count) in result.File!.Dropped) _dropped[name] = _dropped.GetValueOrDefault(name) + count;
        foreach (var (name, count) in result.Notes.Unsearched) _unsearched[name] = _unsearched.GetValueOrDefault(name) + count;
        foreach (var record in result.Notes.Refused) _refused[record.Error] = _refused.GetValueOrDefault(record.Error) + 1;
        if (result.File?.Heard is not { } sound) return;
        _spoken += sound.SpokenSeconds;
        _unheard += sound.UnheardSeconds;
        _silenced += sound.SilencedSeconds;
    }

    public BatchSummary Build() => new()
    {
        Redacted = _redacted.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Failures = _failures.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Advice = _advice.Where(static a => a.Value is { Length: > 0 })
            .ToImmutableSortedDictionary(static a => a.Key, static a => a.Value!, StringComparer.Ordinal),
        RefusedRecords = _refused.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Entities = _counts.Entities.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Operators = _counts.Operators.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Kept = _counts.Kept,
        Dropped = _dropped.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Unsearched = _unsearched.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Bytes = _bytes,
        UnheardSeconds = _unheard,
        SilencedSeconds = _silenced,
        ShareUnheard = _spoken + _unheard > 0 ? _unheard / (_spoken + _unheard) : null,
    };
}
