namespace Redaction.Text.Names;

/// <summary>Places of hashes in a sorted list. Hashes are spread evenly, so the first bits lead to within a few of the
/// place, where a binary search would read from all over the list (NamesBench).</summary>
internal sealed class HashIndex
{
    private const int LeadingBits = 16;
    private readonly ulong[] _hashes;
    private readonly int[] _starts = new int[(1 << LeadingBits) + 1];

    /// <summary>Makes an index of hashes in ascending order.</summary>
    public HashIndex(ReadOnlySpan<ulong> hashes)
    {
        _hashes = hashes.ToArray();
        foreach (var hash in _hashes) _starts[Lead(hash) + 1]++;
        for (var i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
    }

    /// <summary>Index of a hash, or -1.</summary>
    public int Find(ulong hash)
    {
        var lead = Lead(hash);
        for (var i = _starts[lead]; i < _starts[lead + 1]; i++)
            if (_hashes[i] == hash) return i;
        return -1;
    }

    private static int Lead(ulong hash) => (int)(hash >> (64 - LeadingBits));
}
