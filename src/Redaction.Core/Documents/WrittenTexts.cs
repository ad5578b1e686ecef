using System.Collections.Immutable;

namespace Redaction;

/// <summary>What operators wrote into one document: whoever looks through it later must not take a replacement for a value.</summary>
/// <remarks>Replacements that tell by their form what they are (<see cref="WrittenForm"/>) are not kept. Not thread-safe.</remarks>
internal sealed class WrittenTexts
{
    private const int Shortest = 2;
    private const int Most = 1 << 16;
    private readonly Dictionary<string, string> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WrittenTexts() => _lookup = _entities.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>False when there were too many different ones to keep.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The texts by entity, in the order of their characters.</summary>
    public IEnumerable<(string Entity, ImmutableArray<string> Texts)> ByEntity => _entities
        .GroupBy(static e => e.Value, static e => e.Key, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal)
        .Select(static g => (g.Key, g.Order(StringComparer.Ordinal).ToImmutableArray()));

    /// <summary>Takes in a replacement.</summary>
    public void Add(EntityType type, ReadOnlySpan<char> written)
    {
        if (written.Length < Shortest || WrittenForm.LengthAt(written, 0) == written.Length || _lookup.ContainsKey(written)) return;
        if (_entities.Count < Most) _entities.Add(written.ToString(), type.Name);
        else IsComplete = false;
    }
}
