using System.Buffers;

namespace Redaction.Text;

/// <summary>The findings there were before a refiner began, by place, so that it adds nothing twice.</summary>
internal readonly ref struct KnownFindings : IDisposable
{
    private const int LookedBack = 16;
    private readonly (TextSpan Region, int Index)[] _byPlace;
    private readonly int _count;

    public KnownFindings(FindingSink<TextSpan> findings)
    {
        var items = findings.Items;
        _count = items.Length;
        _byPlace = ArrayPool<(TextSpan, int)>.Shared.Rent(_count);
        for (var i = 0; i < _count; i++) _byPlace[i] = (items[i].Region, i);
        _byPlace.AsSpan(0, _count).Sort();
    }

    /// <summary>Adds a finding, unless one of its type with at least its score covers it;
    /// one at the very place gets the higher score.</summary>
    public void AddOrRaise(in Finding<TextSpan> finding, FindingSink<TextSpan> findings)
    {
        var region = finding.Region;
        for (int i = LastStartingAt(region.Start), steps = 0; i >= 0 && steps < LookedBack; i--, steps++)
        {
            var (other, index) = _byPlace[i];
            if (other.End < region.End) continue;
            // an address is an address, whoever's name it spells
            if (findings.Items[index].Type == EntityTypes.Email && findings.Items[index].Score >= Scores.Acts) return;
            if (findings.Items[index].Type != finding.Type) continue;
            if (findings.Items[index].Score >= finding.Score) return;
            if (other != region) continue;
            findings.SetScore(index, finding.Score);
            return;
        }
        findings.Add(in finding);
    }

    public void Dispose() => ArrayPool<(TextSpan, int)>.Shared.Return(_byPlace, clearArray: true);

    private int LastStartingAt(int position)
    {
        int low = 0, high = _count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_byPlace[middle].Region.Start <= position) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }
}
