using System.Buffers;

namespace Redaction.Text;

/// <summary>The times at which a machine wrote the lines of its log tell nothing of a person where the log tells
/// nothing else of one: stamped lines (three or more in the document) that no other finding stands near have their stamps lowered to below
/// where policies act.</summary>
/// <remarks>A finding of any other kind keeps the stamps in 1,000 characters around it,
/// since they then say when that person did something.</remarks>
internal sealed class LogStamps : IFindingRefiner<TextSource, TextSpan>
{
    private const int FewestLines = 3, Reach = 1000;

    /// <inheritdoc/>
    public string Id => "log-stamps";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.Count < FewestLines) return;
        var stamps = ArrayPool<bool>.Shared.Rent(findings.Count);
        try
        {
            var count = 0;
            for (var i = 0; i < findings.Count; i++)
            {
                var finding = findings.Items[i];
                stamps[i] = finding.Score >= Scores.Acts && finding.Type == EntityTypes.Date && LogStamp.IsAt(source.Text, finding.Region);
                if (stamps[i]) count++;
            }
            if (count >= FewestLines) Lower(stamps, findings);
        }
        finally
        {
            ArrayPool<bool>.Shared.Return(stamps, clearArray: true);
        }
    }

    private static void Lower(ReadOnlySpan<bool> stamps, FindingSink<TextSpan> findings)
    {
        using var others = new RegionIndex(findings, Scores.Acts, stamps);
        for (var i = 0; i < findings.Count; i++)
            if (stamps[i] && findings.Items[i].Region is var stamp && !others.Any(stamp.Start - Reach, stamp.End + Reach))
                findings.SetScore(i, Scores.Suppressed);
    }
}
