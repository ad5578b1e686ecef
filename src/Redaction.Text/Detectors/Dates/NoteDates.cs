namespace Redaction.Text;

/// <summary>Days that begin the parts of a note: <c>10/24 cr 1.4 -> 10/26 cr 1.1; 11/2 home</c>. Two of them in one paragraph, of which
/// one has a number that no month has.</summary>
internal static class NoteDates
{
    private static readonly WordSet s_done = new("biopsy bronch cabg cath colonoscopy csection ct cxr dexa echo eeg egd ekg ecg emg labs "
        + "lp mammogram mri pci pet surgery ultrasound xr xray");

    private const int Longest = 400, LastMonth = 12, LastDay = 31;

    /// <summary>True for an examination or operation, which has its day behind it: <c>MRI 3/14</c>.</summary>
    public static bool IsDoneOnADay(ReadOnlySpan<char> word) => s_done.Contains(word);

    /// <summary>True where the two numbers begin a part of the paragraph as another two do.</summary>
    public static bool AreMany(ReadOnlySpan<char> text, int start, int end)
    {
        if (!Begins(text, start, end)) return false;
        var line = Math.Max(0, start - Longest);
        if (text[line..start].LastIndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var before) line += before;
        var stop = Math.Min(text.Length, start + Longest);
        if (text[start..stop].IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var after) stop = start + after;
        int count = 0, days = 0;
        for (var at = line; at < stop;)
        {
            var step = text[at..stop].IndexOf('/');
            if (step < 0) break;
            at += step + 1;
            if (!IsDay(text, at - 1, out var first, out var last, out var isSure) || !Begins(text, first, last)) continue;
            count++;
            if (isSure) days++;
        }
        return count > 1 && days > 0;
    }

    /// <summary>One or two digits on both sides of the slash, as a month and a day.</summary>
    private static bool IsDay(ReadOnlySpan<char> text, int slash, out int start, out int end, out bool isSure)
    {
        start = slash;
        while (start > 0 && slash - start < 3 && char.IsAsciiDigit(text[start - 1])) start--;
        end = slash + 1;
        while (end < text.Length && end - slash < 4 && char.IsAsciiDigit(text[end])) end++;
        isSure = false;
        if (slash - start is 0 or > 2 || end - slash - 1 is 0 or > 2) return false;
        var month = Value(text[start..slash]);
        var day = Value(text[(slash + 1)..end]);
        isSure = day > LastMonth;
        return month is >= 1 and <= LastMonth && day is >= 1 and <= LastDay;
    }

    /// <summary>At the beginning of the line or behind what ends a part, and before a word.</summary>
    private static bool Begins(ReadOnlySpan<char> text, int start, int end)
    {
        if (end + 1 >= text.Length || text[end] is not (' ' or ':') || !char.IsLetter(text[end + 1] == ' ' && end + 2 < text.Length
            ? text[end + 2] : text[end + 1])) return false;
        var before = text[..start].TrimEnd(' ');
        return before.IsEmpty || before[^1] is '\n' or ';' or '>' or '→' or '.' or '*' or '•';
    }

    private static int Value(ReadOnlySpan<char> digits) => digits.Length == 1 ? digits[0] - '0'
        : ((digits[0] - '0') * 10) + digits[1] - '0';
}
