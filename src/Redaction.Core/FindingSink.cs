namespace Redaction;

/// <summary>Collects findings. Findings can be added and re-scored, never dropped.</summary>
/// <remarks>Not thread-safe: one sink belongs to one call.</remarks>
public sealed class FindingSink<TRegion>
    where TRegion : struct, IRegion<TRegion>
{
    private Finding<TRegion>[] _items = new Finding<TRegion>[16];

    /// <summary>Number of findings so far.</summary>
    public int Count { get; private set; }

    /// <summary>The findings so far, in the order they were added. Valid until the next <see cref="Add"/>.</summary>
    public ReadOnlySpan<Finding<TRegion>> Items => _items.AsSpan(0, Count);

    /// <summary>Adds a finding.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The score is not within 0 and 1.</exception>
    public void Add(in Finding<TRegion> finding)
    {
        Throw.IfNotScore(finding.Score);
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        _items[Count++] = finding;
    }

    /// <summary>Gives the finding at <paramref name="index"/> another score; refiners use this.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such finding, or the score is not within 0 and 1.</exception>
    public void SetScore(int index, float score)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        Throw.IfNotScore(score);
        _items[index] = _items[index] with { Score = score };
    }

    /// <summary>Forgets all findings and keeps the memory for the next call.</summary>
    public void Clear() => Count = 0;
}
