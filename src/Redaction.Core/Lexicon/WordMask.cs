using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Redaction;

/// <summary>Tells letters and digits from other characters, many at a time.</summary>
internal static class WordMask
{
    /// <summary>Most characters at a time.</summary>
    public const int Longest = 64;

    /// <summary>A bit for each character, the first the lowest, that is set for letters and digits of any script.</summary>
    /// <param name="text">At most <see cref="Longest"/> characters.</param>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        ulong mask = 0;
        if (text.Length < Vector256<ushort>.Count)
        {
            for (var i = 0; i < text.Length; i++)
                if (char.IsLetterOrDigit(text[i])) mask |= 1UL << i;
            return mask;
        }
        for (var i = 0; i < text.Length; i += Vector256<ushort>.Count)
        {
            var at = Math.Min(i, text.Length - Vector256<ushort>.Count); // the last block overlaps the one before
            mask |= (ulong)OfBlock(text, at) << at;
        }
        return mask;
    }

    private static uint OfBlock(ReadOnlySpan<char> text, int at)
    {
        var block = Vector256.LoadUnsafe(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text)), (nuint)at);
        var letters = Vector256.LessThanOrEqual((block | Vector256.Create((ushort)0x20)) - Vector256.Create((ushort)'a'),
            Vector256.Create((ushort)25));
        var digits = Vector256.LessThanOrEqual(block - Vector256.Create((ushort)'0'), Vector256.Create((ushort)9));
        var mask = (letters | digits).ExtractMostSignificantBits();
        for (var foreign =
            Vector256.GreaterThan(block, Vector256.Create((ushort)127)).ExtractMostSignificantBits(); foreign != 0; foreign &= foreign - 1)
        {
            var i = BitOperations.TrailingZeroCount(foreign);
            if (char.IsLetterOrDigit(text[at + i])) mask |= 1u << i;
        }
        return mask;
    }
}
