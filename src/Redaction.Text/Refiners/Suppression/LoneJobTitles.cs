namespace Redaction.Text;

/// <summary>An occupation without anybody who has it (a name, an age) and without an employer is that of thousands:
/// job titles in whose sentence (or, where they fill a line, in whose neighbouring lines) neither was found are lowered to below where
/// policies act. A title that is the whole text stays.</summary>
internal sealed class LoneJobTitles : IFindingRefiner<TextSource, TextSpan>
{
    private const int Reach = 240;

    /// <inheritdoc/>
    public string Id => "lone-job-titles";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (!Sentences.Has(findings, EntityTypes.JobTitle, Scores.Acts)) return;
        using var bearers = new RegionIndex(findings, Scores.Acts, EntityTypes.Person, EntityTypes.Organization, EntityTypes.Age,
            EntityTypes.Email, new("username"));
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Type != EntityTypes.JobTitle || finding.Score < Scores.Acts || Sentences.IsWhole(source.Text, finding.Region))
                continue;
            var sentence = Sentences.Around(source.Text, finding.Region, Reach, linesBeside: true);
            if (!bearers.Any(sentence.Start, sentence.End)) findings.SetScore(i, Scores.Suppressed);
        }
    }
}
