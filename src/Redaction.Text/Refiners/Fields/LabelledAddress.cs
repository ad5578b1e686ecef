using System.Buffers;

namespace Redaction.Text;

/// <summary>The address after a label for addresses, in any language and order: the rest of the line, up to the next label.</summary>
internal static class LabelledAddress
{
    private const int Longest = 160, MostGap = 4, FewestWords = 3, MostLabel = 40;
    private static readonly SearchValues<char> s_ends = SearchValues.Create("\r\n\t|<>{}[]\"“”。；;@=");
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９");

    private static readonly SearchValues<char> s_code = SearchValues.Create("@=_\\{}");

    /// <summary>The type of such a value.</summary>
    public static EntityType Type { get; } = new("address");

    /// <summary>The address on the line of the mark; empty when what stands there is none.</summary>
    public static TextSpan After(ReadOnlySpan<char> text, int mark)
    {
        var start = mark + 1;
        while (start < text.Length && start - mark <= MostGap && text[start] is ' ' or '\u3000' or '\u00A0' or '*') start++;
        var rest = text[start..Math.Min(text.Length, start + Longest)];
        var end = rest.IndexOfAny(s_ends);
        if (end < 0) end = rest.Length;
        if (end < rest.Length && rest[end] is '@' or '=') return default;
        if (rest[..end].IndexOfAny(":：") is >= 0 and var colon) end = Math.Max(0, BeforeLabel(rest, colon));
        if (Sentence(rest[..end]) is > 0 and var stop) end = stop;
        while (end > 0 && (char.IsWhiteSpace(rest[end - 1]) || rest[end - 1] is ',' or '.' or '،' or '、' or '-')) end--;
        return Is(rest[..end]) ? new(start, end) : default;
    }

    /// <summary>True for a text with a number, a name and more, that is no path, link or code.</summary>
    public static bool Is(ReadOnlySpan<char> value)
    {
        if (value.Length is < 6 or > Longest || !value.ContainsAny(s_digits) || value.Contains("//", StringComparison.Ordinal)
            || value.ContainsAny(s_code)) return false;
        int words = 0, letters = 0;
        var (longest, length) = (0, 0);
        foreach (var c in value)
        {
            if (FieldVocabulary.IsOfWord(c))
            {
                if (length++ == 0) words++;
                if (char.IsLetter(c)) letters++;
                longest = Math.Max(longest, length);
            }
            else length = 0;
        }
        var isUnspaced = value.IndexOfAnyInRange('\u3040', '\uD7A3') >= 0 || value.IndexOfAnyInRange('\u0E00', '\u0E7F') >= 0;
        if (isUnspaced) return letters >= 4;
        return letters >= 4 && words >= FewestWords && (!char.IsLower(value[0]) || value.Contains(',') || value[0] > '\u007F');
    }

    /// <summary>Where the words before a colon begin that name another value; the whole length when they name none.</summary>
    private static int BeforeLabel(ReadOnlySpan<char> rest, int colon)
    {
        var label = LabelSpan.Before(rest, colon);
        if (label.Length is > 0 and <= MostLabel && FieldVocabulary.OfLabel(rest.Slice(label.Start, label.Length),
            out var start) is not null)
            return label.Start + start;
        return rest[..colon].LastIndexOfAny(",. ");
    }

    /// <summary>End of the first sentence: a point after a longer word, and a capital.</summary>
    private static int Sentence(ReadOnlySpan<char> value)
    {
        for (var i = 4; i + 2 < value.Length; i++)
            if (value[i] == '.' && value[i + 1] == ' ' && char.IsUpper(value[i + 2]) && char.IsLower(value[i - 1])
                && char.IsLower(value[i - 2])
                && char.IsLower(value[i - 3]) && char.IsLower(value[i - 4])) return i;
        return 0;
    }
}
