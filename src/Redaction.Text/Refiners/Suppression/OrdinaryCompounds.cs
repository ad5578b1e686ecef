namespace Redaction.Text;

/// <summary>Two everyday words of which the second names a thing (<c>Penny Stock</c>, <c>Grace Period</c>) are no name where the model is
/// in
/// doubt.</summary>
internal sealed class OrdinaryCompounds : IFindingRefiner<TextSource, TextSpan>
{
    private const string Model = "names";
    private const float Doubtful = 0.7f;

    /// <inheritdoc/>
    public string Id => "ordinary-compounds";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score < Scores.Acts || finding.Score >= Doubtful || finding.Detector != Model
                || (finding.Type != EntityTypes.Person && finding.Type != EntityTypes.Organization)) continue;
            var value = source.Text.Slice(finding.Region.Start, finding.Region.Length);
            var space = value.IndexOf(' ');
            if (space > 0 && value[(space + 1)..].IndexOf(' ') < 0 && OrdinaryWords.Contains(value[..space])
                && NameWords.NameThing(value[(space + 1)..])) findings.SetScore(i, Scores.Suppressed);
        }
    }
}
