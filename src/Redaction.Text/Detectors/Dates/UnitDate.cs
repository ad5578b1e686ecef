namespace Redaction.Text;

/// <summary>Dates whose numbers have the words year, month and day beside them: <c>1971年3月3日</c>, <c>昭和46年3月3日</c>,
/// <c>1971년 3월 3일</c>, <c>3 tháng 3 năm 1971</c>.</summary>
internal static class UnitDate
{
    private const int Latest = 2199, Earliest = 1800, LongestEra = 160;
    private const float Sure = 0.85f, WithoutDay = 0.5f;
    private static readonly string[] s_eras = ["明治", "大正", "昭和", "平成", "令和", "民國", "民国", "단기"];

    /// <summary>The date that begins with the digits from <paramref name="start"/> to <paramref name="end"/>; empty when there is
    /// none.</summary>
    public static DatePlace At(ReadOnlySpan<char> text, int start, int end)
    {
        if (end >= text.Length) return default;
        if (text[end] is '年' or '년') return FromYear(text, start, end);
        return end - start <= 2 && text[end] == ' ' ? Vietnamese(text, start, end) : default;
    }

    private static DatePlace FromYear(ReadOnlySpan<char> text, int start, int end)
    {
        var year = Value(text[start..end]);
        var era = 0;
        foreach (var name in s_eras)
            if (text[..start].EndsWith(name, StringComparison.Ordinal)) era = name.Length;
        if (era > 0 ? year is 0 or > LongestEra : end - start != 4 || year is < Earliest or > Latest) return default;
        if (!Number(text, end + 1, '月', '월', 12, out var month) || !Number(text, month, '日', '일', 31, out var day))
            return era > 0 && month > end + 1 ? new(start - era, month, WithoutDay) : default;
        return new(start - era, day, Sure);
    }

    /// <summary>Reads a number and its unit, with a space before and between or none.</summary>
    private static bool Number(ReadOnlySpan<char> text, int at, char unit, char other, int most, out int end)
    {
        end = at;
        var start = at < text.Length && text[at] == ' ' ? at + 1 : at;
        var stop = AddressText.Digits(text, start);
        if (stop == start || stop - start > 2 || Value(text[start..stop]) is var value && (value < 1 || value > most)) return false;
        var mark = stop < text.Length && text[stop] == ' ' ? stop + 1 : stop;
        if (mark >= text.Length || (text[mark] != unit && text[mark] != other)) return false;
        end = mark + 1;
        return true;
    }

    /// <summary><c>3 tháng 3 năm 1971</c>, <c>3 tháng 3, 1971</c>.</summary>
    private static DatePlace Vietnamese(ReadOnlySpan<char> text, int start, int end)
    {
        const string Month = " tháng ", Year = "năm ";
        if (!text[end..].StartsWith(Month, StringComparison.OrdinalIgnoreCase)) return default;
        var month = end + Month.Length;
        var stop = AddressText.Digits(text, month);
        if (stop == month || Value(text[month..stop]) is < 1 or > 12 || Value(text[start..end]) is < 1 or > 31) return default;
        var year = stop;
        while (year < text.Length && year - stop < 2 && text[year] is ' ' or ',' or '/') year++;
        if (text[year..].StartsWith(Year, StringComparison.OrdinalIgnoreCase)) year += Year.Length;
        var last = AddressText.Digits(text, year);
        return last - year == 4 && year > stop ? new(start, last, Sure) : new(start, stop, WithoutDay);
    }

    private static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits[..Math.Min(digits.Length, 6)]) value = value * 10 + c - '0';
        return value;
    }
}
