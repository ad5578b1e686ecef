namespace Redaction.Text.Names;

/// <summary>A given name and a surname in two strings of a row beside each other, which nothing names: <c>(3,'Birgitta','Norén')</c>. One
/// must be known as a name and no everyday word, the other look like one; days and months are none.</summary>
internal static class RowNames
{
    private const int Longest = 24, Shortest = 4, MostGap = 3;
    private const float Score = 0.7f;

    /// <summary>Adds both names of each pair.</summary>
    public static void Detect(ReadOnlySpan<char> text, Gazetteer gazetteer, FindingSink<TextSpan> findings)
    {
        for (var at = 0; at < text.Length;)
        {
            var step = text[at..].IndexOf("','", StringComparison.Ordinal);
            var spaced = text[at..].IndexOf("', '", StringComparison.Ordinal);
            if (step < 0 || (spaced >= 0 && spaced < step)) step = spaced;
            if (step < 0) return;
            at += step;
            var next = at + (text[at + 2] == ' ' ? MostGap : MostGap - 1) + 1;
            Pair(text, at, next, gazetteer, findings);
            at = next;
        }
    }

    private static void Pair(ReadOnlySpan<char> text, int firstEnd, int second, Gazetteer gazetteer, FindingSink<TextSpan> findings)
    {
        var first = firstEnd;
        while (first > 0 && firstEnd - first <= Longest && IsOfName(text[first - 1])) first--;
        var end = second;
        while (end < text.Length && end - second <= Longest && IsOfName(text[end])) end++;
        if (first == 0 || text[first - 1] != '\'' || end >= text.Length || text[end] != '\'') return;
        if (!LooksLikeName(text[first..firstEnd]) || !LooksLikeName(text[second..end])) return;
        var (one, other) = (NamePairs.Mask(text[first..firstEnd], gazetteer), NamePairs.Mask(text[second..end], gazetteer));
        if (!NamePairs.Are(one, other) && !NamePairs.Are(other, one)) return;
        findings.Add(new(EntityTypes.Person, TextSpan.FromBounds(first, firstEnd), Score, NamesDetector.Id));
        findings.Add(new(EntityTypes.Person, TextSpan.FromBounds(second, end), Score, NamesDetector.Id));
    }

    /// <summary>A capital, and small letters.</summary>
    private static bool LooksLikeName(ReadOnlySpan<char> word)
    {
        if (word.Length < Shortest || !char.IsUpper(word[0]) || OrdinaryWords.Contains(word) || MonthNames.OfAny(word) > 0) return false;
        foreach (var c in word[1..])
            if (char.IsUpper(c) && !word.ContainsAny('-', '\'')) return false;
        return true;
    }

    private static bool IsOfName(char c) => char.IsLetter(c) || c == '-';
}
