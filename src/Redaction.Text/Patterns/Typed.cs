namespace Redaction.Text;

/// <summary>Text as typesetting leaves it: hyphens that do not break, spaces of other widths.</summary>
internal static class Typed
{
    /// <summary>The hyphen or space that a character stands for; any other character itself.</summary>
    public static char Plain(char c) => c switch
    {
        '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u00AD' or '\u2212' => '-',
        _ => c,
    };

    /// <summary>True when a text begins with words, whatever their case and however their hyphens and spaces are set.</summary>
    public static bool BeginsWith(ReadOnlySpan<char> text, ReadOnlySpan<char> words)
    {
        if (text.Length < words.Length) return false;
        for (var i = 0; i < words.Length; i++)
        {
            var c = Plain(text[i]);
            if (c != words[i] && char.ToLowerInvariant(c) != char.ToLowerInvariant(words[i])) return false;
        }
        return true;
    }

    /// <summary>A letter of a script that parts its words.</summary>
    public static bool IsLetter(char c) => char.IsLetter(c) && Neighbourhood.IsWord(c);
}
