namespace Redaction.Text;

/// <summary>Names of persons where the words before them say so: a title (<c>Mr Smith</c>, <c>Frau Weber</c>), a label
/// (<c>Patient: Ada Fell</c>) or an introduction (<c>my name is Ada</c>, <c>Dear Ada</c>). The title is not part of the name. Names
/// without such words need a model.</summary>
internal sealed class PersonByContext : ITextDetector
{
    private const int MostWords = 4, MostTitles = 3, MostSpaces = 6;
    private const float ByTitle = 0.85f, ByWords = 0.8f, OneWord = 0.65f;

    public static ITextDetector Detector { get; } = new PersonByContext();

    public DetectorInfo Info { get; } = new("person-context", EntityTypes.Person);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var position = 0; NameIntroductions.All.TryNext(text, position, out var found);)
            position = Math.Max(found.Start + 1, IsPersons(found) ? Introduced(text, found, findings) : found.End);
        Labelled(text, findings);
        ScriptNames.Find(text, findings);
    }

    /// <summary>Without a list of names, only words that nothing but a person's name follows count.</summary>
    private static bool IsPersons(in Introduction found) =>
        found.Kind != IntroductionKind.Call && (found.Kind != IntroductionKind.Named || found.Owner == NameOwner.Person);

    /// <summary>Adds the name after an introduction; returns its end, 0 when there is none.</summary>
    private static int Introduced(ReadOnlySpan<char> text, in Introduction found, FindingSink<TextSpan> findings)
    {
        var isTitle = found.Kind == IntroductionKind.Title;
        var first = SkipSpaces(text, found.End, overLines: !isTitle);
        var start = SkipTitles(text, first);
        if (!isTitle && start > first) return 0; // the title introduces the name by itself
        var isUncased = start < text.Length && UncasedNames.IsUncased(text[start]) && found.Kind == IntroductionKind.Name;
        var end = isUncased ? UncasedNames.End(text, start, out var words) : NameEnd(text, start, out words);
        if (words == 0 || (words < 2 && found.Kind is IntroductionKind.Role or IntroductionKind.Heading)) return 0;
        if (found.Kind is IntroductionKind.Role or IntroductionKind.Work && NameWords.NameThing(text[start..end])) return 0;
        var score = isTitle ? ByTitle : words > 1 ? ByWords : OneWord;
        findings.Add(new(EntityTypes.Person, TextSpan.FromBounds(start, end), score, "person-context"));
        return end;
    }

    private static void Labelled(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var colon = text.IndexOf(':'); colon >= 0;)
        {
            if (colon + 3 < text.Length && text[colon + 1] is ' ' or '\t' && colon > 1 && char.IsLetter(text[colon - 1]))
            {
                var word = AddressText.WordStart(text, colon);
                if (word < colon && NameWords.IsLabel(text[word..colon])) AfterLabel(text, text[word..colon], colon + 1, findings);
            }
            var next = text[(colon + 1)..].IndexOf(':');
            colon = next < 0 ? -1 : colon + 1 + next;
        }
    }

    private static void AfterLabel(ReadOnlySpan<char> text, ReadOnlySpan<char> label, int from, FindingSink<TextSpan> findings)
    {
        var start = SkipSpaces(text, from, overLines: false);
        if (SkipTitles(text, start) > start) return; // the title introduces the name by itself
        var end = NameEnd(text, start, out var words);
        if (words == 0 || (words < 2 && !IsNameLabel(label))) return;
        // of a build
        if (label is "name" or "Name" && (NameWords.BeginTask(text[start..end]) || NameWords.EndInTask(text[start..end]))) return;
        findings.Add(new(EntityTypes.Person, TextSpan.FromBounds(start, end), words > 1 ? ByWords : OneWord, "person-context"));
    }

    private static bool IsNameLabel(ReadOnlySpan<char> label) =>
        label.StartsWith("name", StringComparison.OrdinalIgnoreCase) || label.StartsWith("nom", StringComparison.OrdinalIgnoreCase);

    private static int SkipSpaces(ReadOnlySpan<char> text, int start, bool overLines)
    {
        var i = start;
        while (i < text.Length && i - start < MostSpaces
            && (text[i] is ' ' or '\u00A0' or '\t' or '"' || (text[i] is '\n' or '\r' && overLines))) i++;
        return i;
    }

    private static int SkipTitles(ReadOnlySpan<char> text, int start)
    {
        for (var count = 0; count < MostTitles && NameIntroductions.TitleEnd(text, start) is > 0 and var end; count++)
            start = SkipSpaces(text, end, overLines: false);
        return start;
    }

    /// <summary>Small words inside a name.</summary>
    private static bool IsParticle(ReadOnlySpan<char> word) =>
        word is "von" or "van" or "de" or "der" or "den" or "del" or "da" or "di"
            or "la" or "le" or "bin" or "al" or "ter" or "ten" or "dos";

    private static int NameEnd(ReadOnlySpan<char> text, int start, out int words)
    {
        int at = start, end = start;
        words = 0;
        for (var count = 0; count < MostWords && at < text.Length && char.IsLetter(text[at]); count++)
        {
            var stop = WordEnd(text, at);
            var word = text[at..stop];
            var isInitial = word.Length == 1 && char.IsUpper(word[0]);
            if (isInitial && stop < text.Length && text[stop] == '.') stop++;
            if (char.IsUpper(word[0]) && !(words == 0 && isInitial && stop - at == 1) && !NameWords.IsOther(word)
                && !(word.Length > 1 && IsShout(word) && !IsShout(text[start..stop])))
            {
                words++;
                end = stop;
            }
            else if (words == 0 || !IsParticle(word)) break;
            if (stop >= text.Length || text[stop] is not (' ' or '\u00A0')) break;
            at = stop + 1;
        }
        if (end > start && end < text.Length && char.IsDigit(text[end])) words = 0;
        return end;
    }

    private static bool IsShout(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsLower(c)) return false;
        return true;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i < text.Length && i - start < 30 && (char.IsLetter(text[i])
            || (text[i] is '-' or '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && !IsPossessive(text, i)))) i++;
        return i;
    }

    private static bool IsPossessive(ReadOnlySpan<char> text, int apostrophe) =>
        text[apostrophe] is '\'' or '’' && text[apostrophe + 1] == 's'
            && (apostrophe + 2 == text.Length || !char.IsLetter(text[apostrophe + 2]));
}
