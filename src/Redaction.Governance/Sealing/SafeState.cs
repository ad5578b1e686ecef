using System.Buffers.Binary;

namespace Redaction.Governance;

/// <summary>What a safe states of itself: of each table the number of its rows and the sum of their codes, how often it was changed, how
/// far its log had come, and the latest time it has seen.</summary>
internal sealed class SafeState
{
    /// <summary>Bytes of a leaf of the log.</summary>
    public const int LeafBytes = 32;

    private const int Words = 4; // of 64 bits: a sum modulo 2^256
    private readonly ulong[][] _sums = [.. SafeSchema.Summed.Select(static _ => new ulong[Words])];

    /// <summary>Rows of each table, in the order of <see cref="SafeSchema.Summed"/>.</summary>
    public long[] Counts { get; } = new long[SafeSchema.Summed.Length];

    /// <summary>How many writings changed a row.</summary>
    public long Generation { get; set; }

    /// <summary>Records that the log had when it was last told the state.</summary>
    public int LogSize { get; set; }

    /// <summary>Leaf hash of the last of them.</summary>
    public byte[] LogLeaf { get; set; } = new byte[LeafBytes];

    /// <summary>Ticks of the latest time that was seen.</summary>
    public long Clock { get; set; }

    /// <summary>Number of bytes that <see cref="Write"/> gives.</summary>
    public static int Size { get; } = SafeSchema.Summed.Length * (Words + 1) * 8 + 8 + 4 + LeafBytes + 8;

    /// <summary>The part that rows decide: sums, counts and generation.</summary>
    public static int RowsSize { get; } = SafeSchema.Summed.Length * (Words + 1) * 8 + 8;

    /// <summary>Takes in a row.</summary>
    public void Add(int table, ReadOnlySpan<ulong> code)
    {
        Counts[table]++;
        var sum = _sums[table];
        UInt128 carry = 0;
        for (var i = 0; i < Words; i++, carry >>= 64) sum[i] = (ulong)(carry += (UInt128)sum[i] + code[i]);
    }

    /// <summary>Takes out a row.</summary>
    public void Remove(int table, ReadOnlySpan<ulong> code)
    {
        Counts[table]--;
        var sum = _sums[table];
        var borrow = false;
        for (var i = 0; i < Words; i++)
        {
            var (from, less) = (sum[i], code[i]);
            sum[i] = from - less - (borrow ? 1UL : 0);
            borrow = from < less || borrow && from == less;
        }
    }

    /// <summary>The state as bytes; what rows decide comes first.</summary>
    public byte[] Write()
    {
        var bytes = new byte[Size];
        var rest = bytes.AsSpan();
        foreach (var sum in _sums)
            foreach (var word in sum) Put(ref rest, (long)word);
        foreach (var count in Counts) Put(ref rest, count);
        Put(ref rest, Generation);
        Put(ref rest, Clock);
        BinaryPrimitives.WriteInt32LittleEndian(rest, LogSize);
        LogLeaf.CopyTo(rest[4..]);
        return bytes;
    }

    /// <summary>Reads what <see cref="Write"/> gave; null when it is no state.</summary>
    public static SafeState? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size) return null;
        var state = new SafeState();
        foreach (var sum in state._sums)
            for (var i = 0; i < Words; i++) sum[i] = (ulong)Take(ref bytes);
        for (var i = 0; i < state.Counts.Length; i++) state.Counts[i] = Take(ref bytes);
        state.Generation = Take(ref bytes);
        state.Clock = Take(ref bytes);
        state.LogSize = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        state.LogLeaf = bytes[4..].ToArray();
        return state;
    }

    private static void Put(ref Span<byte> rest, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(rest, value);
        rest = rest[8..];
    }

    private static long Take(ref ReadOnlySpan<byte> rest)
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(rest);
        rest = rest[8..];
        return value;
    }
}
