namespace Redaction.Text;

/// <summary>In records whose lines begin with a tag (<see cref="LineRecords"/>), a finding is a value or a part of one: what goes over its
/// end is cut there, and words found in a tag are taken back.</summary>
internal sealed class LineBounds : IFindingRefiner<TextSource, TextSpan>
{
    /// <inheritdoc/>
    public string Id => "line-bounds";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.Count == 0 || LineRecords.Of(source.Text) is not (not LineForm.None and var form)) return;
        var values = new List<LineValue>();
        LineRecords.Read(source.Text, form, values);
        for (int i = 0, count = findings.Count; i < count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score <= 0) continue;
            var next = First(values, finding.Region.Start);
            if (next < values.Count && values[next].Start <= finding.Region.Start && values[next].End >= finding.Region.End) continue;
            if (next < values.Count && values[next].Start < finding.Region.End) Cut(values, next, in finding, findings);
            else if (finding.Type != EntityTypes.Person && finding.Type != EntityTypes.Location && finding.Type != EntityTypes.Address
                && finding.Type != EntityTypes.Organization) continue; // a number in a tag
            findings.SetScore(i, 0f);
        }
    }

    private static void Cut(List<LineValue> values, int next, in Finding<TextSpan> finding, FindingSink<TextSpan> findings)
    {
        for (; next < values.Count && values[next].Start < finding.Region.End; next++)
        {
            var (start, end) = (Math.Max(values[next].Start, finding.Region.Start), Math.Min(values[next].End, finding.Region.End));
            if (end > start) findings.Add(finding with { Region = TextSpan.FromBounds(start, end) });
        }
    }

    /// <summary>The first value that ends behind a place.</summary>
    private static int First(List<LineValue> values, int at)
    {
        int low = 0, high = values.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (values[middle].End > at) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
