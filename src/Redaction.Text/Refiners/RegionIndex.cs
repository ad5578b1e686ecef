using System.Buffers;

namespace Redaction.Text;

/// <summary>The regions of some of a document's findings in order, to ask whether one of them begins in a stretch of the text.</summary>
internal readonly ref struct RegionIndex
{
    private readonly TextSpan[] _rented;
    private readonly int _count;

    /// <summary>Takes in the findings of some types from a score on.</summary>
    public RegionIndex(FindingSink<TextSpan> findings, float least, params ReadOnlySpan<EntityType> types)
    {
        _rented = ArrayPool<TextSpan>.Shared.Rent(findings.Count);
        _count = 0;
        foreach (ref readonly var finding in findings.Items)
            if (finding.Score >= least && types.Contains(finding.Type)) _rented[_count++] = finding.Region;
        _rented.AsSpan(0, _count).Sort();
    }

    /// <summary>Takes in the findings from a score on that are not left out.</summary>
    public RegionIndex(FindingSink<TextSpan> findings, float least, ReadOnlySpan<bool> leftOut)
    {
        _rented = ArrayPool<TextSpan>.Shared.Rent(findings.Count);
        _count = 0;
        for (var i = 0; i < findings.Count; i++)
            if (!leftOut[i] && findings.Items[i].Score >= least) _rented[_count++] = findings.Items[i].Region;
        _rented.AsSpan(0, _count).Sort();
    }

    /// <summary>True when a region begins from <paramref name="from"/> on and before <paramref name="to"/>.</summary>
    public bool Any(int from, int to)
    {
        int low = 0, high = _count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_rented[middle].Start < from) low = middle + 1;
            else high = middle;
        }
        return low < _count && _rented[low].Start < to;
    }

    /// <summary>Gives the array back.</summary>
    public void Dispose() => ArrayPool<TextSpan>.Shared.Return(_rented, clearArray: true);
}
