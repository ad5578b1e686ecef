namespace Redaction.Text;

/// <summary>The times at which a machine wrote the lines of its log tell nothing of a person where the log tells nothing else of one: in a document
/// with several stamped lines and no other finding, the stamps are lowered to below where policies act.</summary>
/// <remarks>One finding of any other kind keeps them all, since they then say when that person did something.</remarks>
public sealed class LogStamps : IFindingRefiner<TextSource, TextSpan>
{
    private const float Acting = 0.5f, Lowered = 0.25f;
    private const int FewestLines = 3;

    /// <inheritdoc/>
    public string Id => "log-stamps";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var stamps = 0;
        foreach (ref readonly var finding in findings.Items)
        {
            if (finding.Score < Acting) continue;
            if (finding.Type != EntityTypes.Date || !LogStamp.IsAt(source.Text, finding.Region)) return;
            stamps++;
        }
        if (stamps < FewestLines) return;
        for (var i = 0; i < findings.Count; i++)
            if (findings.Items[i].Score >= Acting) findings.SetScore(i, Lowered);
    }
}
