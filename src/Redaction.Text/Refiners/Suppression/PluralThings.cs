namespace Redaction.Text;

/// <summary>An everyday word before the plural of a thing that does or is something (<c>Rose bushes grew</c>, <c>Grace notes are short</c>)
/// says of what kind the things are: what the names model found there, and is not sure of, is lowered to below where policies
/// act.</summary>
internal sealed class PluralThings : IFindingRefiner<TextSource, TextSpan>
{
    private const string Model = "names";
    private const float Sure = 0.95f;
    private const int Shortest = 4;

    /// <summary>What follows a plural that is the subject, besides words in <c>-ed</c>; after a verb in <c>-s</c> none of these
    /// does.</summary>
    private static readonly WordSet s_verbs = new(
        "are were have had can could will would may might must should do did need grow grew stand stood fall fell make made come came "
        + "go went run ran lie lay sit sat hang hung shine shone become became begin began bloom keep kept lead led rise rose");

    /// <inheritdoc/>
    public string Id => "plural-things";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score < Scores.Acts || finding.Score >= Sure || finding.Detector != Model
                || finding.Type != EntityTypes.Person) continue;
            if (OrdinaryWords.Contains(source.Text.Slice(finding.Region.Start, finding.Region.Length))
                && ArePlural(source.Text[finding.Region.End..])) findings.SetScore(i, Scores.Suppressed);
        }
    }

    private static bool ArePlural(ReadOnlySpan<char> after)
    {
        var thing = Next(ref after);
        if (thing.Length < Shortest || thing[^1] != 's' || thing[^2] is 's' or 'u' || !char.IsLower(thing[0])) return false;
        var verb = Next(ref after);
        return s_verbs.Contains(verb) || (verb.Length > Shortest && verb.EndsWith("ed", StringComparison.Ordinal));
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != ' ') return default;
        var end = 1;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        var word = text[1..end];
        text = text[end..];
        return word;
    }
}
