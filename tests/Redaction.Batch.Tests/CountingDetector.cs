namespace Redaction.Batch.Tests;

/// <summary>Finds nothing and counts how often it was asked.</summary>
internal sealed class CountingDetector : ITextDetector
{
    private int _count;
    private (int Count, Action Work)? _at;

    public int Count { get => Volatile.Read(ref _count); set => _count = value; }

    public DetectorInfo Info { get; } = new("counting", [new EntityType("email")]);

    /// <summary>Does something when it was asked so often.</summary>
    public void At(int count, Action work) => _at = (count, work);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        if (Interlocked.Increment(ref _count) == _at?.Count) _at.Value.Work();
    }
}
