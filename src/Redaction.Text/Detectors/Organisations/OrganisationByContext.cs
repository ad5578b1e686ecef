namespace Redaction.Text;

/// <summary>Names of organisations where the words beside them say so: <c>works at Halvorsen Kraft</c>, <c>Employer: Tinwell</c>,
/// <c>the offices of Brook and Lane</c>, <c>the Tinwell office</c>. Capital words only.</summary>
internal sealed class OrganisationByContext : ITextDetector
{
    private const int MostWords = 6;
    private const float Sure = 0.75f, Likely = 0.6f, Doubtful = 0.45f;

    /// <summary>What stands before a name, and, beginning with a space or an apostrophe, what stands after one. The search is for the
    /// word that the bar stands before; after a circumflex its first letter may be a capital.</summary>
    private static readonly (string Words, int Key, bool IsAnyCase)[] s_phrases = [.. new[]
    {
        "^works at ", "^works for ", "^worked at ", "^worked for ", "^working at ", "^working for ", "^employed by ", "^employed at ",
        "^employee of ", "^job at ", "career at ", "internship at ", "^hired by ", "^employer: ", "^company: ", "^organization: ",
        "^organisation: ", "^organization name: ", "^offices of ", "headquarters of ", "headquartered at ", "CEO of ", "CFO of ", "CTO of ",
        "^founder of ", " |v. ", " |vs. ", "^director of operations at ", "^contract with ", "on behalf of ", "On behalf of ",
        "subsidiary of ", "acquired by ", "^year at ", "^years at ", "Firma: ", "^arbeitgeber: ", "^arbeitet bei ", "travaille chez ",
        "trabaja en ", " |office is ", " |office in ", " |offices are ", " |offices in ", " |headquarters", " |headquarter ",
        " |employees ",
        " |shareholders", " |announced ", "'s |head office", "'s |headquarters",
    }.Select(static p => (p.Replace("|", "", StringComparison.Ordinal).TrimStart('^'),
        Math.Max(0, p.IndexOf('|', StringComparison.Ordinal)), p[0] == '^'))];

    private static readonly WordStarts s_starts = new(s_phrases.Select(static p => p.Words[p.Key..]));

    public static ITextDetector Detector { get; } = new OrganisationByContext();

    public DetectorInfo Info { get; } = new("organization-context", EntityTypes.Organization);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var word = s_starts.Next(text, 0); word >= 0; word = s_starts.Next(text, word + 1))
        {
            var (at, length) = PhraseAt(text, word);
            if (length == 0) continue;
            if (text[at..].StartsWith(" v")) AddAfter(text, at + length, findings); // the other party of a case: "Fell v. Tinwell Kraft"
            else if (text[at] is ' ' or '\'') AddBefore(text, at, findings);
            else AddAfter(text, at + length, findings);
        }
    }

    private static (int Start, int Length) PhraseAt(ReadOnlySpan<char> text, int key)
    {
        foreach (var (words, offset, isAnyCase) in s_phrases)
        {
            if (key < offset || (text[key] | 0x20) != (words[offset] | 0x20)) continue;
            var cut = isAnyCase ? 1 : 0;
            if (text[(key - offset + cut)..].StartsWith(words.AsSpan(cut), StringComparison.Ordinal)) return (key - offset, words.Length);
        }
        return default;
    }

    private void AddAfter(ReadOnlySpan<char> text, int start, FindingSink<TextSpan> findings)
    {
        int end = start, words = 0;
        var afterThe = false;
        for (int at = start, count = 0; count < MostWords && at < text.Length; count++)
        {
            var stop = WordEnd(text, at);
            var word = text[at..stop];
            if (IsNameWord(word) && !(words == 0 && IsArticle(word)))
            {
                words++;
                end = stop;
            }
            else if (words == 0 ? !IsArticle(word) : word is not ("and" or "&" or "of" or "the" or "for" or "de" or "und" or "y" or "et"))
                break;
            else if (words == 0) (start, afterThe) = (stop + 1, true);
            if (stop >= text.Length || text[stop] != ' ') break;
            at = stop + 1;
        }
        // "on behalf of the Initial": one word after an article is mostly part of a term
        if (words > 0)
            findings.Add(
                new(EntityTypes.Organization, TextSpan.FromBounds(start, end), words > 1 ? Sure : afterThe ? Doubtful : Likely, Info.Id));
    }

    private void AddBefore(ReadOnlySpan<char> text, int end, FindingSink<TextSpan> findings)
    {
        int start = end, words = 0;
        for (int at = end, count = 0; count < MostWords && at > 0; count++)
        {
            var from = at;
            while (from > 0 && at - from < 30 && !char.IsWhiteSpace(text[from - 1])
                && text[from - 1] is not (',' or ';' or ':' or '"' or '(' or '>')) from--;
            var word = text[from..at];
            if (IsNameWord(word) && !IsArticle(word) && !word.Contains('.'))
            {
                words++;
                start = from;
            }
            else if (!(words > 0 && word is "and" or "&" or "of")) break;
            if (from == 0 || text[from - 1] != ' ') break;
            at = from - 1;
        }
        if (words > 0) findings.Add(new(EntityTypes.Organization, TextSpan.FromBounds(start, end), Likely, Info.Id));
    }

    private static bool IsNameWord(ReadOnlySpan<char> word) =>
        word.Length > 1 && (char.IsUpper(word[0]) || (char.IsAsciiDigit(word[0]) && word.ContainsAnyInRange('A', 'Z')))
            && !NameWords.IsOther(word) && !IsOrdinary(word);

    /// <summary>Words that stand with a capital before "office" or after "works for" and name nothing: "Head office is",
    /// "works for Everyone".</summary>
    private static bool IsOrdinary(ReadOnlySpan<char> word) =>
        word is "Head" or "Main" or "Post" or "Home" or "Regional" or "Local" or "Branch" or "Oval" or "Corporate" or "Global" or "European"
            or "American" or "Everyone" or "Total" or "Former" or "Some" or "Most" or "Many"
            or "Several" or "These" or "Those" or "Each" or "Every" or "Government" or "Police" or "Federal" or "Yesterday" or "Today"
            or "President" or "Officials" or "Minister";

    private static bool IsArticle(ReadOnlySpan<char> word) =>
        word is "the" or "The" or "a" or "an" or "our" or "Our" or "your" or "der" or "die" or "la" or "el";

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i < text.Length && i - start < 30
            && (char.IsLetterOrDigit(text[i]) || text[i] is '&'
                || (text[i] is '-' or '.' or '’' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])))) i++;
        return i;
    }
}
