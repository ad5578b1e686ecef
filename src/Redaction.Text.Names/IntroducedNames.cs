namespace Redaction.Text.Names;

/// <summary>Persons by the words that introduce them: a title, a greeting, "my name is".</summary>
internal static class IntroducedNames
{
    private const float ByTitle = 0.85f, ByPhrase = 0.8f, Spoken = 0.6f;
    private const int MostWords = 4, MostSpaces = 3;

    /// <summary>Adds a finding for each introduced name.</summary>
    public static void Detect(ReadOnlySpan<char> text, Gazetteer gazetteer, FindingSink<TextSpan> findings)
    {
        for (var position = 0; NameIntroductions.All.TryNext(text, position, out var found);)
            position = Math.Max(found.Start + 1, After(text, found, gazetteer, findings));
    }

    /// <summary>Adds the name after an introduction; returns the place to go on from.</summary>
    private static int After(ReadOnlySpan<char> text, in Introduction found, Gazetteer gazetteer, FindingSink<TextSpan> findings)
    {
        if (found.Owner == NameOwner.Thing || found.Kind is IntroductionKind.Role or IntroductionKind.Work) return found.End;
        var start = found.End;
        while (start < text.Length && text[start] is ' ' or '\u00A0' or '\n' or '\r' && start - found.End < MostSpaces) start++;
        if (start < text.Length && UncasedNames.IsUncased(text[start])) return found.End; // the detector of introductions knows their ends
        return start > found.End ? Add(text, start, found.Kind == IntroductionKind.Title, gazetteer, findings) : found.End;
    }

    private static int Add(ReadOnlySpan<char> text, int start, bool byTitle, Gazetteer gazetteer, FindingSink<TextSpan> findings)
    {
        int end = start, words = 0, spoken = 0;
        foreach (var (from, to) in new NextWords(text, start))
        {
            var word = text[from..to];
            if (words == MostWords || !IsNameWord(word, gazetteer, out var isLower)) break;
            if (isLower && (byTitle ? words > 0 : words > 2)) break;
            if (isLower) spoken++;
            words++;
            end = to;
        }
        if (words == 0) return start;
        if (NameGate.EndsInAdjective(text[start..end])) return start; // "this is Quill-specific"
        if (NameIntroductions.IsTitle(text[start..end])) return start; // "Dear Mr", with the name to come
        var score = spoken > 0 ? Spoken : byTitle ? ByTitle : ByPhrase;
        findings.Add(new(EntityTypes.Person, TextSpan.FromBounds(start, end), score, NamesDetector.Id));
        return end;
    }

    /// <summary>A capitalised word that is no everyday word, or a lower-case one that is known as a name.</summary>
    private static bool IsNameWord(ReadOnlySpan<char> word, Gazetteer gazetteer, out bool isLower)
    {
        isLower = char.IsLower(word[0]);
        if (NameIntroductions.IsTitle(word)) return false;
        Span<byte> key = stackalloc byte[TokenKey.MaxBytes];
        var mask = gazetteer.Mask(Fnv.Add(Fnv.Basis, key[..TokenKey.Write(word, gazetteer, key)]));
        var isName = (mask & (Gazetteer.FirstName | Gazetteer.LastName)) != 0;
        return isLower ? isName && (mask & Gazetteer.CommonWord) == 0 : isName || (mask & Gazetteer.CommonWord) == 0;
    }
}
