using System.Buffers;

namespace Redaction.Text;

/// <summary>Names of organisations where the words beside them say so: <c>works at Halvorsen Kraft</c>, <c>Employer: Tinwell</c>,
/// <c>the offices of Brook and Lane</c>, <c>the Tinwell office</c>. Capital words only.</summary>
internal sealed class OrganisationByContext : ITextDetector
{
    private const int MostWords = 6;
    private const float Sure = 0.75f, Likely = 0.6f, Doubtful = 0.45f;

    /// <summary>What stands before a name, and, beginning with a space or an apostrophe, what stands after one.
    /// The search is for the part behind the bar, chosen to begin with letters that are rare in ordinary text.</summary>
    private static readonly (string Words, int Key)[] s_phrases = [.. new[]
    {
        "|orks at ", "|orks for ", "|orked at ", "|orked for ", "|orking at ", "|orking for ", "|mployed by ", "|mployed at ",
        "|mployee of ", "|job at ", "c|areer at ", "inte|rnship at ", "|hired by ",
        "|mployer: ", "o|mpany: ", "r|ganization: ", "r|ganisation: ", "r|ganization name: ", "o|ffices of ", "hea|dquarters of ",
        "hea|dquartered at ", "|CEO of ", "|CFO of ", "|CTO of ", "o|under of ", " |v. ", " |vs. ",
        "irector of |operations at ", "con|tract with ", "on |behalf of ", "su|bsidiary of ", "a|cquired by ", "y|ear at ", "y|ears at ",
        "Fi|rma: ", "|rbeitgeber: ", "|rbeitet bei ", "ra|vaille chez ", "ra|baja en ",
        " o|ffice is ", " o|ffice in ", " o|ffices are ", " o|ffices in ", " hea|dquarters", " hea|dquarter ", " |employees ",
        " sh|areholders", " a|nnounced ", "'s head o|ffice", "'s hea|dquarters",
    }.Select(static p => (p.Replace("|", "", StringComparison.Ordinal), p.IndexOf('|', StringComparison.Ordinal)))];

    private static readonly SearchValues<string> s_search =
        SearchValues.Create([.. s_phrases.Select(static p => p.Words[p.Key..])], StringComparison.Ordinal);

    public static ITextDetector Detector { get; } = new OrganisationByContext();

    public DetectorInfo Info { get; } = new("organization-context", EntityTypes.Organization);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            position += step + 1;
            var (at, length) = PhraseAt(text, position - 1);
            if (length == 0) continue;
            if (text[at..].StartsWith(" v")) AddAfter(text, at + length, findings); // the other party of a case: "Fell v. Tinwell Kraft"
            else if (text[at] is ' ' or '\'') AddBefore(text, at, findings);
            else if (at < 2 || !char.IsLetter(text[at - 1]) || !char.IsLetter(text[at - 2])) AddAfter(text, at + length, findings);
        }
    }

    private static (int Start, int Length) PhraseAt(ReadOnlySpan<char> text, int key)
    {
        foreach (var (words, offset) in s_phrases)
            if (key >= offset && text[(key - offset)..].StartsWith(words, StringComparison.Ordinal)) return (key - offset, words.Length);
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
