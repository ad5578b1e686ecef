namespace Redaction.Text;

/// <summary>What was found in the view of attribute values, comments and scripts. A finding over several of them is one in each: between
/// them stand tags and text, where others may have been found.</summary>
internal static class AttributeItems
{
    /// <summary>The parts of an item that stand in one value each.</summary>
    public static IEnumerable<PlannedRedaction<TextSpan>> Split(PlannedRedaction<TextSpan> item, TextView view)
    {
        var region = item.Finding.Region;
        for (int start = region.Start, end = start; end <= region.End; end++)
        {
            if (end < region.End && !IsBetween(view, end)) continue;
            if (end > start) yield return item with { Finding = item.Finding with { Region = TextSpan.FromBounds(start, end) } };
            start = end + 1;
        }
    }

    /// <summary>The line's end that stands behind each value and for nothing in the document.</summary>
    private static bool IsBetween(TextView view, int at) => view.Text[at] == '\n' && view.ToOriginal(new(at, 1)).Length == 0;
}
