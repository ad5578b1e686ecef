using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text.Names;

/// <summary>Persons by the words that introduce them: a title, a greeting, "my name is".</summary>
internal static class NameIntroductions
{
    private const float ByTitle = 0.85f, ByPhrase = 0.8f, Spoken = 0.6f;
    private const int MostWords = 4;

    private static readonly string[] s_titles =
        ["mr", "mrs", "ms", "miss", "dr", "hon", "prof", "professor", "doctor", "herr", "herrn", "frau", "mme", "monsieur", "madame", "mlle", "señor", "señora", "sr", "sra", "signor", "signora", "mevrouw", "meneer"];

    private static readonly string[] s_phrases =
        [
            "my name is", "my name's", "name is", "i am called", "you are speaking with", "you're speaking with", "speaking with", "am i speaking to", "this is", "dear", "kind regards,", "best regards,",
            "mein name ist", "ich heiße", "ich heisse", "je m'appelle", "mi nombre es", "me llamo", "mi chiamo", "mijn naam is", "meu nome é", "sehr geehrter", "sehr geehrte", "liebe", "lieber", "cher", "chère", "estimado", "estimada",
        ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_titleWords =
        s_titles.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> s_all = SearchValues.Create([.. s_titles, .. s_phrases], StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds a finding for each introduced name.</summary>
    public static void Detect(ReadOnlySpan<char> text, Gazetteer gazetteer, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_all);
            if (step < 0) return;
            position += step;
            var byTitle = false;
            var end = position > 0 && char.IsLetterOrDigit(text[position - 1]) ? 0 : Introduction(text, position, out byTitle);
            position = end == 0 ? position + 1 : Add(text, end, byTitle, gazetteer, findings);
        }
    }

    /// <summary>Index after the introduction and the space that follows it; 0 when none stands here.</summary>
    private static int Introduction(ReadOnlySpan<char> text, int position, out bool byTitle)
    {
        byTitle = true;
        foreach (var title in s_titles)
            if (StartsWith(text, position, title) is var end and > 0) return end;
        byTitle = false;
        foreach (var phrase in s_phrases)
            if (StartsWith(text, position, phrase) is var end and > 0) return end;
        return 0;
    }

    private static int StartsWith(ReadOnlySpan<char> text, int position, string words)
    {
        if (!text[position..].StartsWith(words, StringComparison.OrdinalIgnoreCase)) return 0;
        var end = position + words.Length;
        if (end < text.Length && text[end] == '.')
        {
            if (words.Length > 4) return 0; // "doctor." ends a sentence, "dr." is short for it
            end++;
        }
        var start = end;
        while (end < text.Length && text[end] is ' ' or '\u00A0' or '\n' or '\r' && end - start < 3) end++;
        return end > start ? end : 0;
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
        if (s_titleWords.Contains(text[start..end])) return start; // "Dear Mr", with the name to come
        var score = spoken > 0 ? Spoken : byTitle ? ByTitle : ByPhrase;
        findings.Add(new(EntityTypes.Person, TextSpan.FromBounds(start, end), score, NamesDetector.Id));
        return end;
    }

    /// <summary>A capitalised word that is no everyday word, or a lower-case one that is known as a name.</summary>
    private static bool IsNameWord(ReadOnlySpan<char> word, Gazetteer gazetteer, out bool isLower)
    {
        isLower = char.IsLower(word[0]);
        if (s_titleWords.Contains(word)) return false;
        Span<byte> key = stackalloc byte[TokenKey.MaxBytes];
        var mask = gazetteer.Mask(Fnv.Add(Fnv.Basis, key[..TokenKey.Write(word, gazetteer, key)]));
        var isName = (mask & (Gazetteer.FirstName | Gazetteer.LastName)) != 0;
        return isLower ? isName && (mask & Gazetteer.CommonWord) == 0 : isName || (mask & Gazetteer.CommonWord) == 0;
    }
}
