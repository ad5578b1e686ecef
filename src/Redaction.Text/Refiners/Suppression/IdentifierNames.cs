namespace Redaction.Text;

/// <summary>The name of an identifier right before it ("Aadhaar 2345…", "National Insurance number AB…", "NIR 2 55…") is no place,
/// organisation or person: what the names model found there, or its words alone told, is lowered to below where policies act.</summary>
internal sealed class IdentifierNames : IFindingRefiner<TextSource, TextSpan>
{
    private const string Model = "names", Words = "organization", Joints = " :#.-–—№\u00A0";
    private const int MostBetween = 24;

    /// <inheritdoc/>
    public string Id => "identifier-names";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score > Scores.Suppressed && finding.Detector is Model or Words
                && (finding.Type == EntityTypes.Person || finding.Type == EntityTypes.Location || finding.Type == EntityTypes.Organization)
                && Names(source.Text, finding.Region, findings.Items))
                findings.SetScore(i, Scores.Suppressed);
        }
    }

    /// <summary>From the name up to a value that another detector found stands nothing but a label.</summary>
    private static bool Names(ReadOnlySpan<char> text, TextSpan name, ReadOnlySpan<Finding<TextSpan>> findings)
    {
        foreach (ref readonly var value in findings)
        {
            if (value.Detector is Model or Words || value.Score < Scores.Acts || value.Region.Start <= name.End
                || value.Region.Start > name.End + MostBetween || !IsNumber(text, value.Region)) continue;
            if (IsLabel(text[name.Start..value.Region.Start], name.Length)) return true;
        }
        // What a look at redacted text sees in place of the value.
        var rest = text[name.Start..Math.Min(text.Length, name.End + MostBetween)];
        return rest.IndexOf('[') is >= 0 and var written && IsLabel(rest[..written], name.Length);
    }

    private static bool IsLabel(ReadOnlySpan<char> text, int least)
    {
        var label = text.TrimEnd(Joints);
        return label.Length >= least && FieldVocabulary.OfLabel(label, out var first) is { Type.Name: not null } && first == 0;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, TextSpan region) =>
        text.Slice(region.Start, region.Length).ContainsAnyInRange('0', '9');
}
