namespace Redaction.Text;

/// <summary>Signs that stand for a space between the groups of a number: ties and thin spaces of TeX (<c>~</c>, <c>\,</c>), hard spaces and
/// line ends of SubStation Alpha (<c>\h</c>, <c>\N</c>), tabs.</summary>
internal static class SpaceFold
{
    private const int FewestDigits = 8, MostDigits = 24, FewestGroups = 3;

    /// <summary>Length of the sign at a place; 0 where there is none, or where it stands between no groups of one number.</summary>
    public static int Length(ReadOnlySpan<char> text, int at)
    {
        var length = Sign(text[at..]);
        if (length == 0 || at == 0 || !IsOfGroup(text[at - 1]) || at + length >= text.Length || !IsOfGroup(text[at + length])) return 0;
        int start = at, end = at + length, digits = 0, groups = 2;
        for (; start > 0 && digits <= MostDigits; start -= Math.Max(1, SignBefore(text[..start])))
        {
            if (char.IsAsciiDigit(text[start - 1])) digits++;
            else if (SignBefore(text[..start]) > 0) groups++;
            else if (!IsOfGroup(text[start - 1])) break;
        }
        for (; end < text.Length && digits <= MostDigits; end += Math.Max(1, Sign(text[end..])))
        {
            if (char.IsAsciiDigit(text[end])) digits++;
            else if (Sign(text[end..]) > 0) groups++;
            else if (!IsOfGroup(text[end])) break;
        }
        if (digits is < FewestDigits or > MostDigits || groups < FewestGroups) return 0;
        // columns of numbers fill their line
        var isColumns = text[at] == '\t' && (start == 0 || LineEndFold.IsBreak(text[start - 1]))
            && (end == text.Length || LineEndFold.IsBreak(text[end]));
        return isColumns ? 0 : length;
    }

    private static int Sign(ReadOnlySpan<char> rest) => rest[0] switch
    {
        '\t' or '~' => 1,
        '\\' when rest.Length > 1 && IsSpace(rest[1]) => 2,
        _ => 0,
    };

    private static int SignBefore(ReadOnlySpan<char> text) => text switch
    {
        [.., '\\', var space] when IsSpace(space) => 2,
        [.., '\t' or '~' or ' ' or '-'] => 1,
        _ => 0,
    };

    private static bool IsSpace(char c) => c is ',' or ';' or ':' or '!' or ' ' or 'h' or 'N';

    private static bool IsOfGroup(char c) => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c) || c is '(' or ')' or '+';
}
