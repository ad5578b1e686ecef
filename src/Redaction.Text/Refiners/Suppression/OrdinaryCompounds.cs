namespace Redaction.Text;

/// <summary>Two everyday words of which the second names a thing (<c>Penny Stock</c>, <c>Grace Period</c>), one before its object
/// (<c>Mark as read</c>), and a German noun of what is done (<c>Rückfragen an …</c>), are no name where the model is in doubt.</summary>
internal sealed class OrdinaryCompounds : IFindingRefiner<TextSource, TextSpan>
{
    private const string Model = "names";
    private const float Doubtful = 0.7f;
    private const int ShortestDeed = 8, LongestTerm = 64, MostOfTerm = 4, Near = 20_000;
    private static readonly WordSet s_bodies = new("group groups center centre service services system systems company institution team");
    private static readonly WordSet s_articles = new("a an any each every new this multiple several ein eine einer une un una");
    private static readonly string[] s_deeds =
        ["fragen", "ungen", "ationen", "itionen", "heiten", "keiten", "schaften", "anrufe", "wünsche"];
    private static readonly WordSet s_bounds = new("max min avg mean total");
    private static readonly WordSet s_quantities = new(
        "age amount bytes capacity connections count cpu date depth disk distance duration files heap height items "
        + "jobs length level limit lines load memory nodes number pool power pressure price rate requests retries rows "
        + "score size speed stack temp temperature threads time tokens users value volume weight width workers");

    /// <summary>What follows a verb that is a name too.</summary>
    private static readonly WordSet s_objects = new("as the all it this that these your a an up off out them do be not later now");
    private static readonly WordSet s_verbs = new("mark grant bill chase rob pat sue will chuck rip skip hunt pierce nick peg dot wade "
        + "josh frank");

    /// <inheritdoc/>
    public string Id => "ordinary-compounds";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score >= Scores.Acts && finding.Type == EntityTypes.Organization && IsTerm(source.Text, finding.Region))
            {
                findings.SetScore(i, Scores.Suppressed);
                continue;
            }
            if (finding.Score < Scores.Acts || finding.Detector != Model
                || (finding.Type != EntityTypes.Person && finding.Type != EntityTypes.Organization)) continue;
            if (IsQuantity(source.Text.Slice(finding.Region.Start, finding.Region.Length)) || IsOrder(source.Text, finding.Region)
                || (finding.Type == EntityTypes.Person && IsDefined(source.Text, finding.Region))
                || (finding.Score < Doubtful
                    && (IsCompound(source.Text, finding.Region) || IsDeed(source.Text, finding.Region))))
                findings.SetScore(i, Scores.Suppressed);
        }
    }

    /// <summary>Words of which the last names a thing, and which stand near in small letters behind an article: <c>a mirroring deployment
    /// group</c> is called after nobody.</summary>
    private static bool IsTerm(ReadOnlySpan<char> text, TextSpan region)
    {
        var value = text.Slice(region.Start, region.Length);
        var last = value.LastIndexOf(' ');
        if (last < 0 || value.Length > LongestTerm || !(NameWords.NameThing(value[(last + 1)..]) || s_bodies.Contains(value[(last + 1)..])))
            return false;
        Span<char> small = stackalloc char[LongestTerm];
        small = small[..value.ToLowerInvariant(small)];
        var near = text[Math.Max(0, region.Start - Near)..Math.Min(text.Length, region.End + Near)];
        for (var at = 0; near[at..].IndexOf(small, StringComparison.Ordinal) is >= 0 and var step; at++)
        {
            at += step;
            if (at > 1 && near[at - 1] == ' ' && s_articles.Contains(near[AddressText.WordStart(near, at - 1)..(at - 1)])) return true;
        }
        return false;
    }

    /// <summary>Two words, the second with a capital and in the finding, or in small letters behind it.</summary>
    private static bool IsCompound(ReadOnlySpan<char> text, TextSpan region)
    {
        var value = text.Slice(region.Start, region.Length);
        var space = value.IndexOf(' ');
        if (space > 0)
            return value[(space + 1)..].IndexOf(' ') < 0 && OrdinaryWords.Contains(value[..space])
                && NameWords.NameThing(value[(space + 1)..]);
        if (!OrdinaryWords.Contains(value) || region.End + 2 >= text.Length || text[region.End] != ' ') return false;
        var next = text[(region.End + 1)..AddressText.WordEnd(text, region.End + 1)];
        if (s_objects.Contains(next)) return true; // Mark as read
        return next.Length > 0 && char.IsLower(next[0]) && NameWords.NameThing(next);
    }

    /// <summary>A verb that is a name too and what is to be done with it: <c>Grant the request</c>, <c>Bill later</c>.</summary>
    private static bool IsOrder(ReadOnlySpan<char> text, TextSpan region)
    {
        if (!s_verbs.Contains(text.Slice(region.Start, region.Length)) || region.End + 2 >= text.Length
            || text[region.End] != ' ') return false;
        return s_objects.Contains(text[(region.End + 1)..AddressText.WordEnd(text, region.End + 1)]);
    }

    /// <summary>An everyday word at the end of a heading or of what a contract defines: <c>The Initial Developer Grant</c>.</summary>
    private static bool IsDefined(ReadOnlySpan<char> text, TextSpan region)
    {
        if (!OrdinaryWords.Contains(text.Slice(region.Start, region.Length))) return false;
        var end = region.Start - 1;
        for (var words = 0; words < MostOfTerm && end > 1 && text[end] == ' '; words++)
        {
            var start = AddressText.WordStart(text, end);
            var word = text[start..end];
            if (words > 0 && word is [>= '0' and <= '9', .., '.']) return true; // a heading
            if (words > 0 && word is "The" or "the" or "This" or "this" or "Each" or "each" or "Any" or "any") return true;
            if (word.Length < 4 || !char.IsUpper(word[0]) || NameIntroductions.IsTitle(word)) return false;
            end = start - 1;
        }
        return false;
    }

    /// <summary>One word with the ending of a German plural that nobody is called by: <c>Rückfragen</c>, <c>Bestellungen</c>,
    /// <c>Reklamationen</c>.</summary>
    private static bool IsDeed(ReadOnlySpan<char> text, TextSpan region)
    {
        var value = text.Slice(region.Start, region.Length);
        if (value.Length < ShortestDeed || value.Contains(' ') || value.Contains('-')) return false;
        foreach (var ending in s_deeds)
            if (value.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Labels of limits: <c>Max Value</c>, <c>Min Price</c>.</summary>
    private static bool IsQuantity(ReadOnlySpan<char> value)
    {
        var space = value.IndexOf(' ');
        return space > 0 && s_bounds.Contains(value[..space]) && s_quantities.Contains(value[(space + 1)..]);
    }
}
