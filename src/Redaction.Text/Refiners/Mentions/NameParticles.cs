namespace Redaction.Text;

/// <summary>Takes a name on over small words that join it to a family name: <c>Per af Geijerstam</c>, <c>Jan uit den Bogaard</c>,
/// <c>Joost in 't Veld</c>.</summary>
internal sealed class NameParticles : IFindingRefiner<TextSource, TextSpan>
{
    private const int MostWords = 2, LongestName = 30;

    private static readonly WordSet s_alone = new("af ap av bin bint d' da dal dall' de dei del della dello den der des di do dos du e "
        + "ferch ibn mac nic ní ó ten ter tot van vom von y zu zum zur 't");

    /// <summary>Prepositions, which need an article behind them.</summary>
    private static readonly WordSet s_places = new("aan auf aus bij de in onder op over uit uten van von vor");
    private static readonly WordSet s_articles = new("'t dem den der la las los t het");

    /// <inheritdoc/>
    public string Id => "name-particles";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = source.Text;
        var count = findings.Count;
        for (var i = 0; i < count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Type != EntityTypes.Person || finding.Score < Scores.Acts) continue;
            var end = End(text, finding.Region.End);
            if (end > 0) findings.Add(new(EntityTypes.Person, TextSpan.FromBounds(finding.Region.Start, end), finding.Score, Id));
        }
    }

    /// <summary>End of the family name behind particles; 0 when none follows.</summary>
    private static int End(ReadOnlySpan<char> text, int at)
    {
        if (at < 2 || !char.IsLetter(text[at - 1])) return 0;
        ReadOnlySpan<char> before = default;
        for (var words = 0; words <= MostWords && at + 1 < text.Length && text[at] == ' '; words++)
        {
            var end = WordEnd(text, at + 1);
            var word = text[(at + 1)..end];
            if (word.Length == 0) return 0;
            if (char.IsUpper(word[0]))
                return word.Length > 1 && words > 0 && Joins(before, text[..at]) ? end : 0;
            if (!s_alone.Contains(word) && !s_places.Contains(word) && !s_articles.Contains(word)) return 0;
            if (words > 0 && !s_articles.Contains(word) && !s_alone.Contains(word)) return 0;
            before = word;
            at = end;
        }
        return 0;
    }

    /// <summary>True when the last small word joins a name by itself, or behind a preposition.</summary>
    private static bool Joins(ReadOnlySpan<char> last, ReadOnlySpan<char> before)
    {
        var start = before.Length - last.Length;
        var other = before[..(start - 1)];
        other = other[(other.LastIndexOf(' ') + 1)..];
        return s_articles.Contains(last) ? s_places.Contains(other) : s_alone.Contains(last)
            && last is not ("e" or "y" or "tot" or "de" or "do");
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i < text.Length && i - start < LongestName && (char.IsLetter(text[i])
            || (text[i] is '\'' or '’' or '-' && i + 1 < text.Length && char.IsLetter(text[i + 1])))) i++;
        return i;
    }
}
