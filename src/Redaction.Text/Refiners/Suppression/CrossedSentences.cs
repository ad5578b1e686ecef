namespace Redaction.Text;

/// <summary>A model's person that begins in one sentence and ends in the next takes the words before the point along ("… likes sushi.
/// Fredriksen"): when these are written small, the finding begins after it.</summary>
internal sealed class CrossedSentences : IFindingRefiner<TextSource, TextSpan>
{
    private const string Model = "names";
    private const int ShortestWord = 3;

    /// <inheritdoc/>
    public string Id => "crossed-sentences";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = source.Text;
        var count = findings.Count;
        for (var i = 0; i < count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Type != EntityTypes.Person || finding.Score <= 0
                || !finding.Detector.StartsWith(Model, StringComparison.Ordinal)) continue;
            var cut = Cut(text.Slice(finding.Region.Start, finding.Region.Length));
            if (cut == 0) continue;
            findings.Add(finding with { Region = TextSpan.FromBounds(finding.Region.Start + cut, finding.Region.End) });
            findings.SetScore(i, 0f);
        }
    }

    /// <summary>Where the next sentence begins, when the last word before it is an ordinary one.</summary>
    private static int Cut(ReadOnlySpan<char> name)
    {
        var point = name.LastIndexOf(". ", StringComparison.Ordinal);
        if (point < ShortestWord || point + 2 >= name.Length || !char.IsUpper(name[point + 2])) return 0;
        var word = name[..point];
        word = word[(word.LastIndexOf(' ') + 1)..];
        if (word.Length < ShortestWord) return 0;
        foreach (var c in word)
            if (!char.IsLower(c)) return 0;
        return NameIntroductions.IsTitle(word) ? 0 : point + 2;
    }
}
