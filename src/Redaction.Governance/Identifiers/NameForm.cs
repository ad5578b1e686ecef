using System.Collections.Frozen;
using System.Text;

namespace Redaction.Governance;

/// <summary>A name as it is looked up: without title, initials, accents and order.</summary>
internal static class NameForm
{
    private static readonly FrozenSet<string> s_titles = FrozenSet.ToFrozenSet(
        [
            "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "doctor", "rev", "hr", "herr", "frau", "fru", "fraulein", "herrn",
            "monsieur", "madame", "mademoiselle", "mme", "mlle", "senor", "senora", "senorita", "sra", "srta", "sig", "signor", "signora",
            "dott", "dottssa", "dhr", "mevr", "mevrouw", "meneer", "pani", "panu", "bay", "bayan",
            "ing", "dipling", "jr", "sr", "phd", "md",
            "esq", "mba", "msc", "bsc", "ii", "iii",
        ], StringComparer.Ordinal);

    private static readonly string[] s_honorifics = ["先生", "女士", "小姐", "様", "さん", "氏", "씨", "님"];

    /// <summary>True when the word is a title.</summary>
    public static bool IsTitle(string word) => s_titles.Contains(word.Trim('.'));

    /// <summary>The form of a name.</summary>
    public static string Of(string text)
    {
        var folded = LetterFold.Bare(text);
        if (IsUnspaced(folded)) return Unspaced(folded);
        var words = Words(folded);
        var named = words.FindAll(static w => !s_titles.Contains(w));
        if (named.Count == 0) named = words;
        var full = named.FindAll(static w => w.Length > 1);
        if (full.Count >= 2) named = full; // initials
        named.Sort(StringComparer.Ordinal);
        return string.Join(' ', named);
    }

    /// <summary>Other spellings of letters that some languages and keyboards lack: <c>ae</c> for <c>ä</c>, and back.</summary>
    public static IEnumerable<string> Spellings(string text)
    {
        yield return text;
        yield return text.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ø", "oe", StringComparison.Ordinal)
            .Replace("å", "aa", StringComparison.Ordinal);
        yield return text.Replace("ae", "ä", StringComparison.Ordinal).Replace("oe", "ö", StringComparison.Ordinal)
            .Replace("ue", "ü", StringComparison.Ordinal).Replace("aa", "å", StringComparison.Ordinal);
    }

    private static List<string> Words(string folded)
    {
        var words = new List<string>(4);
        var word = new StringBuilder(16);
        for (var i = 0; i <= folded.Length; i++)
        {
            var c = i < folded.Length ? folded[i] : ' ';
            if (char.IsLetter(c) || char.IsSurrogate(c)) word.Append(c);
            else if (c is '\'' or '’' or '`' or '´')
            {
                // A possessive s is no part of the name.
                if (i + 1 < folded.Length && folded[i + 1] == 's' && (i + 2 == folded.Length || folded[i + 2] == ' ')) i++;
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        return words;
    }

    /// <summary>Scripts that write a name with or without a space between its parts.</summary>
    private static bool IsUnspaced(string text) =>
        text.Any(static c => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF');

    private static string Unspaced(string text)
    {
        var letters = string.Concat(text.Where(static c => char.IsLetter(c) || char.IsSurrogate(c)));
        foreach (var honorific in s_honorifics)
            if (letters.Length > honorific.Length + 1 && letters.EndsWith(honorific, StringComparison.Ordinal))
                return letters[..^honorific.Length];
        return letters;
    }
}
