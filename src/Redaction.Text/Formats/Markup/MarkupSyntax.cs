namespace Redaction.Text;

/// <summary>What tags are written with.</summary>
internal static class MarkupSyntax
{
    private const int MostDigits = 6;

    public static bool IsCell(ReadOnlySpan<char> tag) => tag.Length > 3 && tag[1] is 't' or 'T' && tag[2] is 'd' or 'h' or 'D' or 'H'
        && (tag[3] == '>' || char.IsWhiteSpace(tag[3]));

    public static int AfterSpace(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        return i;
    }

    public static bool IsAfterEquals(ReadOnlySpan<char> text, int i, int start)
    {
        while (--i > start && char.IsWhiteSpace(text[i])) { }
        return text[i] == '=';
    }

    /// <summary>
    /// A name as elements and attributes have them (XML 1.0 section 2.3), and the few signs that frameworks put before or into those of
    /// theirs.
    /// </summary>
    public static bool IsName(ReadOnlySpan<char> name)
    {
        name = name.TrimStart("@#:*!?[(").TrimEnd("])?");
        if (!name.IsEmpty && char.IsDigit(name[0])) return false;
        var digits = 0;
        foreach (var c in name)
            if (char.IsDigit(c) && ++digits > MostDigits) return false;
            else if (!char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.' or ':')) return false;
        return true;
    }
}
