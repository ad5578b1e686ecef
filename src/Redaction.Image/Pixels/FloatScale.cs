using System.Numerics;
using System.Runtime.InteropServices;

namespace Redaction.Image;

/// <summary>Brings numbers from one range to another.</summary>
internal static class FloatScale
{
    /// <summary>Adds to each number, multiplies it and adds to it again.</summary>
    /// <param name="from">The numbers.</param>
    /// <param name="to">As many; may be <paramref name="from"/> itself.</param>
    /// <param name="before">What is added first.</param>
    /// <param name="scale">What they are multiplied by.</param>
    /// <param name="after">What is added then.</param>
    public static void Apply(ReadOnlySpan<float> from, Span<float> to, float before, float scale, float after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(from.Length, to.Length);
        ref var source = ref MemoryMarshal.GetReference(from);
        ref var target = ref MemoryMarshal.GetReference(to);
        var i = 0;
        for (; i <= from.Length - Vector<float>.Count; i += Vector<float>.Count)
            ((Vector.LoadUnsafe(ref source, (nuint)i) + new Vector<float>(before)) * scale + new Vector<float>(after))
                .StoreUnsafe(ref target, (nuint)i);
        for (; i < from.Length; i++) to[i] = (from[i] + before) * scale + after;
    }
}
