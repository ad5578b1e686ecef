using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>What the form of a surname tells: its language, and in Slavic languages whether a woman bears it.</summary>
internal static class SurnameForms
{
    private const int Shortest = 6;
    private static readonly SearchValues<char> s_ukrainian = SearchValues.Create("іїєґІЇЄҐ");

    /// <summary>Endings of women's surnames, those of men, and the language.</summary>
    private static readonly (string Woman, string Man, string Language)[] s_forms =
    [
        ("skaya", "sky", "rl"), ("ová", "", "cs"), ("dzka", "dzki", "pl"), ("ska", "ski", "pl"), ("cka", "cki", "pl"), ("ova", "ov", "rl"),
        ("eva", "ev", "rl"), ("ская", "ский", "ru"), ("цкая", "цкий", "ru"), ("ська", "ський", "uk"), ("цька", "цький", "uk"),
        ("ова", "ов", "ru"), ("ева", "ев", "ru"), ("ёва", "ёв", "ru"), ("ина", "ин", "ru"),
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_notSlavic =
        "Alaska Casanova Cordova Cueva Genova Moldova Nebraska Padova Terranova Villanueva".Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Endings of surnames, and letters, that only one language has; the first that fits counts.</summary>
    private static readonly (string Sign, string Language)[] s_endings =
    [
        ("oğlu", "tr"), ("wicz", "pl"), ("czyk", "pl"), ("czak", "pl"), ("escu", "ro"), ("eanu", "ro"), ("sson", "sv"), ("nen", "fi"),
        ("sen", "da"), ("ov", "rl"), ("ev", "rl"), ("enko", "rl"), ("sky", "rl"), ("ski", "pl"), ("cki", "pl"), ("ský", "cs"), ("ić", "hr"),
    ];

    private static readonly (string Letters, string Language)[] s_letters =
    [
        ("ơưạảấầẩậắặẽếềểệịọốồổộớờởợụủứừửựỳỵễữđ", "vi"), ("ğışİ", "tr"), ("łśźżńąę", "pl"), ("řěů", "cs"), ("țșţ", "ro"), ("őű", "hu"),
            ("å", "sv"),
        ("øæ", "da"), ("ãõ", "pt"), ("ñ", "es"), ("іїєґ", "uk"),
    ];

    /// <summary>The language that an unknown word looks to be of; -1 when nothing tells it.</summary>
    public static int LanguageOf(ReadOnlySpan<char> word)
    {
        switch (NameScript.Of(word[0]))
        {
            case NameScript.Cyrillic: return NameLists.Language(word.ContainsAny(s_ukrainian) ? "uk" : "ru");
            case NameScript.Greek: return NameLists.Language("el");
            case NameScript.Hebrew: return NameLists.Language("he");
            case NameScript.Arabic: return NameLists.Language("ar");
            case NameScript.Thai: return NameLists.Language("th");
            case NameScript.Hangul: return NameLists.Language("ko");
            case NameScript.Han: return NameLists.Language(word.ContainsAnyInRange('\u3041', '\u30FF') ? "ja" : "zh");
        }
        if (word.Length >= Shortest)
            foreach (var (sign, language) in s_endings)
                if (word.EndsWith(sign, StringComparison.OrdinalIgnoreCase)) return NameLists.Language(language);
        foreach (var (letters, language) in s_letters)
            if (word.ContainsAny(letters)) return NameLists.Language(language);
        return -1;
    }

    /// <summary>Reads a surname that only women bear.</summary>
    /// <param name="word">The word.</param>
    /// <param name="man">The form that men of the family bear.</param>
    /// <param name="language">Number of the language.</param>
    public static bool TryWoman(ReadOnlySpan<char> word, out string man, out int language)
    {
        (man, language) = ("", -1);
        if (word.Length < Shortest || s_notSlavic.Contains(word)) return false;
        foreach (var (ending, ofMan, code) in s_forms)
        {
            if (!word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) continue;
            (man, language) = (string.Concat(word[..^ending.Length], ofMan), NameLists.Language(code));
            return true;
        }
        return false;
    }

    /// <summary>True for a surname of which women bear another form.</summary>
    public static bool IsMan(ReadOnlySpan<char> word)
    {
        foreach (var (_, man, _) in s_forms)
            if (man.Length > 0 && word.EndsWith(man, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The form that women bear of a man's surname; the same where it does not change.</summary>
    public static string Woman(string man, int language)
    {
        var code = language == NameLists.Language("sk") ? NameLists.Language("cs") : language;
        foreach (var (ending, ofMan, of) in s_forms)
            if (NameLists.Language(of) == code && man.EndsWith(ofMan, StringComparison.Ordinal) && (ofMan.Length > 0
                || IsConsonant(man[^1])))
                return string.Concat(man.AsSpan(0, man.Length - ofMan.Length), ending);
        return man;
    }

    private static bool IsConsonant(char c) => AsciiFold.Of(c) is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y');
}
