namespace Redaction.Text;

/// <summary>What stands in one list with an organisation is one too: in "for Tinwell,
/// Halvorsen Kraft and Vexilo" finding one finds all three. The list must have three members or more, of capital words only.</summary>
/// <remarks>Linear. Costs nothing where no organisation was found.</remarks>
internal sealed class Enumerations : IFindingRefiner<TextSource, TextSpan>
{
    private const float Sure = 0.6f, Added = 0.6f;
    private const int MostMembers = 12, MostWords = 6, LongestWord = 30;

    /// <inheritdoc/>
    public string Id => "enumerations";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var count = findings.Count;
        Span<TextSpan> members = stackalloc TextSpan[2 * MostMembers];
        var done = 0;
        for (var i = 0; i < count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Type != EntityTypes.Organization || finding.Score < Sure || finding.Region.Start < done) continue;
            var (found, hasAnd, hasComma) = List(source.Text, finding.Region, members);
            if (found < 2 || !hasAnd || !hasComma) continue;
            foreach (var member in members[..found])
            {
                findings.Add(new(EntityTypes.Organization, member, Added, Id));
                done = Math.Max(done, member.End);
            }
        }
    }

    private static (int Count, bool HasAnd, bool HasComma) List(ReadOnlySpan<char> text, TextSpan known, Span<TextSpan> members)
    {
        int count = 0, last = known.End;
        bool hasAnd = false, hasComma = false;
        for (var steps = 0; steps < MostMembers && Separator(text, last, out var isAnd) is > 0 and var length; steps++)
        {
            var end = MemberEnd(text, last + length);
            if (end == last + length || !IsClosed(text, end)) break;
            members[count++] = TextSpan.FromBounds(last + length, end);
            last = end;
            hasAnd |= isAnd;
            hasComma |= !isAnd;
            if (isAnd) break;
        }
        var first = known.Start;
        for (var steps = 0; steps < MostMembers && SeparatorBefore(text, first, out var isAnd) is > 0 and var length; steps++)
        {
            var start = MemberStart(text, first - length);
            if (start == first - length) break;
            members[count++] = TextSpan.FromBounds(start, first - length);
            first = start;
            hasAnd |= isAnd;
            hasComma |= !isAnd;
        }
        return (count, hasAnd, hasComma);
    }

    private static int Separator(ReadOnlySpan<char> text, int at, out bool isAnd)
    {
        isAnd = false;
        if (at >= text.Length) return 0;
        var rest = text[at..];
        foreach (var and in (ReadOnlySpan<string>)[", and ", " and ", " & ", " or "])
            if (rest.StartsWith(and, StringComparison.Ordinal)) { isAnd = true; return and.Length; }
        return rest.StartsWith(", ", StringComparison.Ordinal) ? 2 : 0;
    }

    private static int SeparatorBefore(ReadOnlySpan<char> text, int at, out bool isAnd)
    {
        var rest = text[..at];
        isAnd = false;
        foreach (var and in (ReadOnlySpan<string>)[", and ", " and ", " or "])
            if (rest.EndsWith(and, StringComparison.Ordinal)) { isAnd = true; return and.Length; }
        return rest.EndsWith(", ", StringComparison.Ordinal) ? 2 : 0;
    }

    /// <summary>End of a run of capital words; <paramref name="start"/> when there is none.</summary>
    private static int MemberEnd(ReadOnlySpan<char> text, int start)
    {
        int end = start, at = start;
        for (var words = 0; words < MostWords; words++)
        {
            var stop = at;
            while (stop < text.Length && stop - at < LongestWord && IsWordPart(text, stop)) stop++;
            if (stop - at < 2 || !IsNameWord(text[at..stop])) break;
            end = stop;
            if (stop >= text.Length || text[stop] != ' ') break;
            at = stop + 1;
        }
        return end;
    }

    private static int MemberStart(ReadOnlySpan<char> text, int end)
    {
        int start = end, at = end;
        for (var words = 0; words < MostWords; words++)
        {
            var from = at;
            while (from > 0 && at - from < LongestWord && IsWordPart(text, from - 1)) from--;
            if (at - from < 2 || !IsNameWord(text[from..at])) break;
            // begins the sentence: any word has a capital there
            if (from > 1 && text[from - 1] == ' ' && text[from - 2] is '.' or '!' or '?') break;
            start = from;
            if (from == 0 || text[from - 1] != ' ') break;
            at = from - 1;
        }
        return start;
    }

    private static bool IsWordPart(ReadOnlySpan<char> text, int i) =>
        char.IsLetterOrDigit(text[i]) || text[i] == '&'
            || (text[i] is '-' or '\'' or '’' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]));

    private static bool IsNameWord(ReadOnlySpan<char> word) =>
        (char.IsUpper(word[0]) || (char.IsAsciiDigit(word[0]) && word.ContainsAnyInRange('A', 'Z'))) && !NameWords.IsOther(word);

    /// <summary>A member ends where the list goes on or the clause ends: "Tinwell, Brook said" is no list.</summary>
    private static bool IsClosed(ReadOnlySpan<char> text, int end) =>
        end >= text.Length || text[end] is ',' or '.' or ';' or ')' or '\n' or '\r' or '"' || Separator(text, end, out _) > 0;
}
