using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Redaction.Governance;

/// <summary>Writes letters without accents, and full-width signs as plain ones.</summary>
/// <remarks>By a table: the framework normalises only where a globalisation library is there.</remarks>
internal static class LetterFold
{
    private static readonly FrozenDictionary<char, string> s_letters = Letters().ToFrozenDictionary();

    /// <summary>Full-width and other compatible signs as the plain ones; invisible ones left out.</summary>
    public static string Plain(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= '\uFF01' and <= '\uFF5E') plain.Append((char)(c - 0xFEE0));
            else if (c is '\u3000' or '\u00A0' or '\u202F' or (>= '\u2000' and <= '\u200A')) plain.Append(' ');
            else if (c is '\uFE52' or '\u2024') plain.Append('.');
            else if (c == '\uFE6B') plain.Append('@');
            else if (c is >= '\u2010' and <= '\u2015' or '\u2212') plain.Append('-');
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.Format) plain.Append(c);
        }
        return plain.ToString();
    }

    /// <summary>Lower-case letters without accents.</summary>
    public static string Bare(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var bare = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (s_letters.TryGetValue(c, out var letters)) bare.Append(letters);
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) bare.Append(c);
        }
        return bare.ToString();
    }

    private static Dictionary<char, string> Letters()
    {
        var letters = new Dictionary<char, string>
        {
            ['ß'] = "ss",
            ['æ'] = "ae",
            ['œ'] = "oe",
            ['þ'] = "th",
            ['ĳ'] = "ij",
            ['ς'] = "σ",
        };
        (string Accented, char Bare)[] rows =
        [
            ("àáâãäåāăąǎǟǻȁȃạảấầẩẫậắằẳẵặ", 'a'), ("çćĉċč", 'c'), ("ðďđ", 'd'), ("èéêëēĕėęěȅȇẹẻẽếềểễệ", 'e'), ("ĝğġģǧ", 'g'), ("ĥħ", 'h'),
            ("ìíîïĩīĭįıǐȉȋỉị", 'i'), ("ĵ", 'j'), ("ķǩ", 'k'), ("ĺļľŀł", 'l'), ("ñńņňŉŋ", 'n'), ("òóôõöøōŏőǒǫȍȏọỏốồổỗộớờởỡợơ", 'o'),
            ("ŕŗřȑȓ", 'r'), ("śŝşšș", 's'), ("ţťŧț", 't'), ("ùúûüũūŭůűųǔȕȗụủứừửữựư", 'u'), ("ŵẁẃẅ", 'w'), ("ýÿŷỳỵỷỹ", 'y'), ("źżž", 'z'),
            ("ά", 'α'), ("έ", 'ε'), ("ή", 'η'), ("ίϊΐ", 'ι'), ("ό", 'ο'), ("ύϋΰ", 'υ'), ("ώ", 'ω'), ("ё", 'е'), ("ґ", 'г'), ("أإآ", 'ا'),
        ];
        foreach (var (accented, bare) in rows)
            foreach (var c in accented) letters[c] = bare.ToString();
        return letters;
    }
}
