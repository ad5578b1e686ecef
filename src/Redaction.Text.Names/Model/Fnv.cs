namespace Redaction.Text.Names;

/// <summary>FNV-1a, 64 bit (FORMAT.md, 4).</summary>
internal static class Fnv
{
    public const ulong Basis = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;

    public static ulong Add(ulong hash, byte value) => (hash ^ value) * Prime;

    public static ulong Add(ulong hash, ReadOnlySpan<byte> values)
    {
        foreach (var value in values) hash = Add(hash, value);
        return hash;
    }

    /// <summary>The row of a table with <paramref name="rows"/> rows, a power of two.</summary>
    public static int Bucket(ulong hash, int rows) => (int)((uint)(hash ^ (hash >> 32)) & (uint)(rows - 1));
}
