using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>A weekday alone tells nothing, but before an address in the same sentence it tells where somebody will be ("we meet
/// Sunday at … 12 High Street"): it is then found as a date.</summary>
internal sealed class Appointments : IFindingRefiner<TextSource, TextSpan>
{
    private const float Added = 0.6f;
    private const int Reach = 160;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_days =
        Lexicon.Weekdays.Of("full").ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public string Id => "appointments";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var count = findings.Count;
        for (var i = 0; i < count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Type != EntityTypes.Address || finding.Score < Scores.Acts) continue;
            Add(source.Text, Sentences.Around(source.Text, finding.Region, Reach).Start, finding.Region.Start, findings);
        }
    }

    private static void Add(ReadOnlySpan<char> text, int from, int to, FindingSink<TextSpan> findings)
    {
        for (var i = from; i < to;)
        {
            var end = i;
            while (end < to && char.IsLetter(text[end])) end++;
            if (end > i && s_days.Contains(text[i..end]))
                findings.Add(new(EntityTypes.Date, TextSpan.FromBounds(i, end), Added, "appointments"));
            i = end + 1;
        }
    }
}
