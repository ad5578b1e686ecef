namespace Redaction.Text;

/// <summary>Words that stand directly beside a number and say that it is a telephone number, in whatever groups it is written:
/// <c>Tel. 61 51 81</c>, <c>33 93 31-Office</c>, <c>call 9885 1152</c>.</summary>
internal static class PhoneLabels
{
    private const int Longest = 14;

    private static readonly WordSet s_before = new(
        "phone telephone tel cell cellphone mobile mob fax ph call dial landline whatsapp sms telefon telefonnummer rufnummer handy fon "
        + "mobil téléphone teléfono telefono móvil cellulare celular telefone telefoon tlf");

    private static readonly WordSet s_after = new(
        "office fax cell home work mobile phone direct telephone tel landline main");

    /// <summary>True when a hyphen, a bracket or a space and one of the words after it end the number.</summary>
    public static bool Follows(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start < text.Length && start - end < 2 && text[start] is '-' or ' ' or '(') start++;
        if (start == end) return false;
        var stop = start;
        while (stop < text.Length && stop - start < Longest && char.IsLetter(text[stop])) stop++;
        if (stop == start || !s_after.Contains(text[start..stop])) return false;
        return text[end] != ' ' || text[start - 1] == '(' || stop == text.Length || text[stop] is '\n' or '\r' or ',' or ';' or '|' or ')';
    }

    /// <summary>True when one of the words stands before the number, with at most a stop, a colon,
    /// a number sign or a space between.</summary>
    public static bool Precede(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end > 0 && start - end < 4 && text[end - 1] is ' ' or ':' or '.' or '#' or '(' or '\t') end--;
        var from = end;
        while (from > 0 && end - from < Longest && char.IsLetter(text[from - 1])) from--;
        return from < end && end < start && s_before.Contains(text[from..end]);
    }
}
