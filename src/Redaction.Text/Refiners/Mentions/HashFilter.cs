namespace Redaction.Text;

/// <summary>Says of most hashes that a table does not hold them, without a look at the table.</summary>
internal sealed class HashFilter
{
    private const int Bits = 1 << 13;
    private readonly ulong[] _words = new ulong[Bits / 64];

    /// <summary>Forgets all hashes.</summary>
    public void Clear() => Array.Clear(_words);

    /// <summary>Notes a hash.</summary>
    public void Add(ulong hash) => _words[Word(hash)] |= 1UL << (int)hash;

    /// <summary>False for most hashes that were not noted; true for all that were.</summary>
    public bool MayHold(ulong hash) => (_words[Word(hash)] >> (int)hash & 1) != 0;

    private static int Word(ulong hash) => (int)(hash >> 48) & (Bits / 64 - 1);
}
