using System.Numerics;

namespace Redaction.Text;

/// <summary>Detectors by the digit counts of their values, 64 to a block.</summary>
internal sealed class NumberIndex
{
    private const int Counts = 64;
    private readonly ulong[] _fitting;

    /// <summary>Indexes detectors; their order is kept.</summary>
    public NumberIndex(IAnchoredDetector[] detectors)
    {
        Detectors = detectors;
        Blocks = (detectors.Length + 63) / 64;
        _fitting = new ulong[Blocks * Counts];
        for (var d = 0; d < detectors.Length; d++)
            for (var counts = detectors[d].DigitCounts; counts != 0; counts &= counts - 1)
                _fitting[d / 64 * Counts + BitOperations.TrailingZeroCount(counts)] |= 1UL << (d % 64);
    }

    /// <summary>The detectors.</summary>
    public IAnchoredDetector[] Detectors { get; }

    /// <summary>Number of blocks.</summary>
    public int Blocks { get; }

    /// <summary>The detectors of a block, as bits, that take a value of one of the given digit counts.</summary>
    public ulong Fitting(ulong counts, int block)
    {
        var row = _fitting.AsSpan(block * Counts, Counts);
        var fitting = row[0]; // values of any count
        for (; counts != 0; counts &= counts - 1) fitting |= row[BitOperations.TrailingZeroCount(counts)];
        return fitting;
    }
}
