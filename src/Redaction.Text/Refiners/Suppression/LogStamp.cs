namespace Redaction.Text;

/// <summary>Tells the time at which a machine wrote a line from a date of somebody's life: a day with a time to the second,
/// at the beginning of its line.</summary>
internal static class LogStamp
{
    private const int MostBefore = 28;

    /// <summary>True when the date begins its line, alone or after one word or bracket, and a time with seconds belongs to it.</summary>
    public static bool IsAt(ReadOnlySpan<char> text, TextSpan date) => HasSeconds(text, date) && BeginsLine(text, date.Start);

    private static bool HasSeconds(ReadOnlySpan<char> text, TextSpan date)
    {
        var value = text.Slice(date.Start, date.Length);
        if (value.IndexOf(':') is > 2 and var colon) return IsTime(value, colon - 2);
        var after = date.End + 1;
        return after < text.Length && text[date.End] is ' ' or 'T' or ',' && IsTime(text, text[after] == ' ' ? after + 1 : after);
    }

    private static bool IsTime(ReadOnlySpan<char> text, int at) =>
        at + 8 <= text.Length && text[at + 2] == ':' && text[at + 5] == ':' && Digits.Count(text.Slice(at, 8)) == 6;

    private static bool BeginsLine(ReadOnlySpan<char> text, int start)
    {
        var spaces = 0;
        for (var i = start - 1; i >= 0 && start - i <= MostBefore; i--)
        {
            if (text[i] is '\n' or '\r') return true;
            if (text[i] is ' ' or '\t' && ++spaces > 1 || text[i] is '.' or ',' or '"') return false;
        }
        return start <= MostBefore;
    }
}
