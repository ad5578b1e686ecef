using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;

namespace Redaction.Governance;

/// <summary>The Merkle tree of a log (RFC 6962, section 2.1): one root for all its records, with short proofs that a record is in it and
/// that an older log is its beginning.</summary>
/// <remarks>Holds 32 bytes a record. Not thread-safe.</remarks>
internal sealed class MerkleTree
{
    private readonly List<byte[]> _leaves = [];
    private readonly List<byte[]> _peaks = []; // roots of the whole subtrees, largest first: one for each bit of the size

    /// <summary>Number of records.</summary>
    public int Count => _leaves.Count;

    /// <summary>The hash of a record as a leaf.</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> record) => Hash(0, record, []);

    /// <summary>Adds a record.</summary>
    public void Add(ReadOnlySpan<byte> record) => AddLeaf(LeafHash(record));

    /// <summary>Adds a record by its hash.</summary>
    public void AddLeaf(byte[] leafHash)
    {
        ArgumentNullException.ThrowIfNull(leafHash);
        _leaves.Add(leafHash);
        var node = leafHash;
        for (var merges = BitOperations.TrailingZeroCount(_leaves.Count); merges > 0; merges--)
        {
            node = Hash(1, _peaks[^1], node);
            _peaks.RemoveAt(_peaks.Count - 1);
        }
        _peaks.Add(node);
    }

    /// <summary>The leaf hash of a record.</summary>
    public ReadOnlySpan<byte> Leaf(int index) => _leaves[index];

    /// <summary>The root over all records; of an empty log the hash of nothing.</summary>
    public byte[] Root()
    {
        if (_peaks.Count == 0) return SHA256.HashData([]);
        var root = _peaks[^1];
        for (var i = _peaks.Count - 2; i >= 0; i--) root = Hash(1, _peaks[i], root);
        return root;
    }

    /// <summary>The root over the first <paramref name="size"/> records.</summary>
    public byte[] Root(int size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)size, (uint)Count, nameof(size));
        return size == 0 ? SHA256.HashData([]) : Subtree(0, size);
    }

    /// <summary>The proof that the record at <paramref name="index"/> is among the first <paramref name="size"/>.</summary>
    public ImmutableArray<byte[]> Inclusion(int index, int size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)size, (uint)Count, nameof(size));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)size, nameof(index));
        var path = ImmutableArray.CreateBuilder<byte[]>();
        AddPath(index, 0, size, path);
        return path.ToImmutable();
    }

    /// <summary>The proof that the log of <paramref name="first"/> records is the beginning of the log of
    /// <paramref name="second"/>.</summary>
    public ImmutableArray<byte[]> Consistency(int first, int second)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)second, (uint)Count, nameof(second));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)first, (uint)second, nameof(first));
        var proof = ImmutableArray.CreateBuilder<byte[]>();
        if (first > 0 && first < second) AddSubproof(first, 0, second, true, proof);
        return proof.ToImmutable();
    }

    /// <summary>True when the proof shows that a record with this leaf hash stands at <paramref name="index"/> in the log with this root
    /// (RFC 9162, section 2.1.3.2).</summary>
    public static bool IsIncluded(ReadOnlySpan<byte> leafHash, int index, int size, ImmutableArray<byte[]> proof, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size) return false;
        var (fn, sn) = (index, size - 1);
        var node = leafHash.ToArray();
        foreach (var other in proof)
        {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                node = Hash(1, other, node);
                while ((fn & 1) == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                node = Hash(1, node, other);
            }
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return sn == 0 && CryptographicOperations.FixedTimeEquals(node, root);
    }

    /// <summary>True when the proof shows that the log with the first root is the beginning of the log with the second (RFC 9162, section
    /// 2.1.4.2).</summary>
    public static bool IsConsistent(
        int first, int second, ImmutableArray<byte[]> proof, ReadOnlySpan<byte> firstRoot, ReadOnlySpan<byte> secondRoot)
    {
        if (first < 0 || first > second) return false;
        if (first == second) return proof.IsEmpty && firstRoot.SequenceEqual(secondRoot);
        if (first == 0) return proof.IsEmpty;
        ReadOnlySpan<byte[]> path = BitOperations.IsPow2(first) ? [firstRoot.ToArray(), .. proof] : proof.AsSpan();
        if (path.IsEmpty) return false;
        var (fn, sn) = (first - 1, second - 1);
        while ((fn & 1) == 1) (fn, sn) = (fn >> 1, sn >> 1);
        var (old, current) = (path[0], path[0]);
        foreach (var other in path[1..])
        {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                (old, current) = (Hash(1, other, old), Hash(1, other, current));
                while ((fn & 1) == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                current = Hash(1, current, other);
            }
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return sn == 0 && firstRoot.SequenceEqual(old) && secondRoot.SequenceEqual(current);
    }

    private byte[] Subtree(int start, int size)
    {
        if (size == 1) return _leaves[start];
        var left = LargestPowerBelow(size);
        return Hash(1, Subtree(start, left), Subtree(start + left, size - left));
    }

    private void AddPath(int index, int start, int size, ImmutableArray<byte[]>.Builder path)
    {
        if (size == 1) return;
        var left = LargestPowerBelow(size);
        if (index < left)
        {
            AddPath(index, start, left, path);
            path.Add(Subtree(start + left, size - left));
        }
        else
        {
            AddPath(index - left, start + left, size - left, path);
            path.Add(Subtree(start, left));
        }
    }

    private void AddSubproof(int first, int start, int size, bool whole, ImmutableArray<byte[]>.Builder proof)
    {
        if (first == size)
        {
            if (!whole) proof.Add(Subtree(start, size));
            return;
        }
        var left = LargestPowerBelow(size);
        if (first <= left)
        {
            AddSubproof(first, start, left, whole, proof);
            proof.Add(Subtree(start + left, size - left));
        }
        else
        {
            AddSubproof(first - left, start + left, size - left, false, proof);
            proof.Add(Subtree(start, left));
        }
    }

    private static int LargestPowerBelow(int size) => 1 << (31 - BitOperations.LeadingZeroCount((uint)(size - 1)));

    private static byte[] Hash(byte kind, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var length = 1 + left.Length + right.Length;
        var message = length <= 1024 ? stackalloc byte[length] : new byte[length];
        message[0] = kind;
        left.CopyTo(message[1..]);
        right.CopyTo(message[(1 + left.Length)..]);
        return SHA256.HashData(message);
    }
}
