namespace Redaction.Text;

/// <summary>The words that introduce a name (<c>Jmenuji se</c>, <c>a nevem</c>) are no part of it: a model's finding in them is lowered,
/// one
/// that begins with them begins after them. A weak guess after German <c>ich bin der</c>, before a mark, is believed.</summary>
internal sealed class IntroducingWords : IFindingRefiner<TextSource, TextSpan>
{
    private const string Model = "names";
    private const float Weakest = 0.2f;

    /// <inheritdoc/>
    public string Id => "introducing-words";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = source.Text;
        var count = findings.Count;
        for (var i = 0; i < count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score < Weakest || !finding.Detector.StartsWith(Model, StringComparison.Ordinal)) continue;
            var region = finding.Region;
            if (finding.Score < Scores.Acts)
            {
                if (finding.Type == EntityTypes.Person && IsSaid(text, region)) findings.SetScore(i, Scores.Acts);
                continue;
            }
            var end = NameIntroductions.NamePhraseEnd(text, region.Start);
            if (end == 0 && region.Start > 1 && text[region.Start - 1] == ' ')
                end = NameIntroductions.NamePhraseEnd(text, AddressText.WordStart(text, region.Start - 1));
            if (end <= region.Start) continue;
            findings.SetScore(i, Scores.Suppressed);
            while (end < region.End && text[end] == ' ') end++;
            if (end < region.End) findings.Add(finding with { Region = TextSpan.FromBounds(end, region.End) });
        }
    }

    /// <summary>One word between "ich bin der" and a comma, a point or "aus".</summary>
    private static bool IsSaid(ReadOnlySpan<char> text, TextSpan region)
    {
        var before = text[..region.Start];
        if (!before.EndsWith("ich bin der ", StringComparison.OrdinalIgnoreCase)
            && !before.EndsWith("ich bin die ", StringComparison.OrdinalIgnoreCase)) return false;
        var after = text[region.End..];
        return after.IsEmpty || after[0] is ',' or '.' or '!' or '\n' || after.StartsWith(" aus ") || after.StartsWith(" und ");
    }
}
