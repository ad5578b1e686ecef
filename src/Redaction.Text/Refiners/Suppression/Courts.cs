namespace Redaction.Text;

/// <summary>The place in the name of a court ("District Court for the Southern District of …",
/// "Circuit Court of … County") is the court's and not a person's: what was found there as a place or an organisation is lowered to below
/// where policies act.</summary>
internal sealed class Courts : IFindingRefiner<TextSource, TextSpan>
{
    private const int Reach = 80;
    private const string Word = "Court";

    /// <inheritdoc/>
    public string Id => "courts";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score > Scores.Suppressed && finding.Detector is "names" or "repeated-mentions"
                && (finding.Type == EntityTypes.Location || finding.Type == EntityTypes.Organization)
                && EndsName(source.Text, finding.Region.Start))
                findings.SetScore(i, Scores.Suppressed);
        }
    }

    /// <summary>True where only words of a court's name stand between "Court" and the place, on one line.</summary>
    private static bool EndsName(ReadOnlySpan<char> text, int place)
    {
        var before = text[Math.Max(0, place - Reach)..place];
        before = before[(before.LastIndexOf('\n') + 1)..];
        var court = before.LastIndexOf(Word, StringComparison.OrdinalIgnoreCase);
        if (court < 0 || !char.IsUpper(before[court]) || before[^1] != ' ') return false;
        var between = before[(court + Word.Length)..];
        if (!between.StartsWith(" of ", StringComparison.OrdinalIgnoreCase)
            && !between.StartsWith(" for ", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var range in between.Split(' '))
        {
            var word = between[range].TrimEnd(',');
            if (!word.IsEmpty && !char.IsUpper(word[0]) && word is not ("of" or "for" or "the" or "and")) return false;
            if (word.ContainsAny('.', ':', ';')) return false;
        }
        return true;
    }
}
