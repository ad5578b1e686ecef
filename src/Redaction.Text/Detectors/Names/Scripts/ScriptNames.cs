namespace Redaction.Text;

/// <summary>Names in scripts in which nothing is written with a capital, or whose names have a form of their own: Chinese, Japanese,
/// Korean,
/// Thai, and Cyrillic with patronymics or initials. Each script is looked for first, so that other texts cost one scan each.</summary>
internal static class ScriptNames
{
    /// <summary>Score of a name with a title or after words that only a name follows.</summary>
    public const float Told = 0.75f;

    /// <summary>Score of a name that its own signs and what stands beside it tell.</summary>
    public const float Formed = 0.65f;

    /// <summary>Adds the names of all these scripts.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        if (text.ContainsAnyInRange('\u0410', '\u044F')) PatronymicNames.Find(text, findings);
        if (text.ContainsAnyInRange('\u0E01', '\u0E5B')) ThaiNames.Find(text, findings);
        if (text.ContainsAnyInRange('\uAC00', '\uD7A3')) KoreanNames.Find(text, findings);
        if (!text.ContainsAnyInRange('\u4E00', '\u9FFF')) return;
        if (!text.ContainsAnyInRange('\u3041', '\u30FA') && !text.Contains('様')) { ChineseNames.Find(text, findings); return; }
        JapaneseNames.Find(text, findings);
        for (var line = 0; line < text.Length;)
        {
            var step = text[line..].IndexOf('\n');
            var end = step < 0 ? text.Length : line + step;
            if (!text[line..end].ContainsAnyInRange('\u3041', '\u30FA')) ChineseNames.Find(text[..end], findings, line);
            line = end + 1;
        }
    }

    /// <summary>Adds one name.</summary>
    public static void Add(int start, int end, float score, FindingSink<TextSpan> findings) =>
        findings.Add(new(EntityTypes.Person, TextSpan.FromBounds(start, end), score, "person-context"));

    /// <summary>An ideograph or a mark that repeats one.</summary>
    public static bool IsIdeograph(char c) => c is (>= '\u4E00' and <= '\u9FFF') or '々' or '〆';

    /// <summary>An ideograph or a syllable of Japanese.</summary>
    public static bool IsOfWord(char c) => c is (>= '\u3041' and <= '\u30FF') || IsIdeograph(c);
}
