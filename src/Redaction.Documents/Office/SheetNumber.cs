using System.Buffers;
using System.Globalization;

namespace Redaction.Documents.Office;

/// <summary>What a number in a cell shows.</summary>
internal static class SheetNumber
{
    private const int LongestError = 16;
    private static readonly SearchValues<char> s_error = SearchValues.Create("#ABCDEFGHIJKLMNOPQRSTUVWXYZ0/!?_");
    private const double LatestDay = 2958466;
    private static readonly DateTime s_first = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime s_first1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>True for a number, and for what a cell shows in place of one that cannot be worked out, such as <c>#DIV/0!</c>.</summary>
    public static bool Is(ReadOnlySpan<char> value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        || (value.StartsWith('#') && value.Length <= LongestError && !value.ContainsAnyExcept(s_error));

    /// <summary>A number without an exponent, a day as ISO 8601 writes it (ISO/IEC 29500-1 section 18.17.4).</summary>
    public static ReadOnlySpan<char> Show(ReadOnlySpan<char> value, bool isDate, bool from1904)
    {
        if (isDate && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days)
            && days is >= 1 and < LatestDay)
            return (from1904 ? s_first1904 : s_first).AddDays(Math.Floor(Math.Min(days, LatestDay - 1463)))
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!value.ContainsAny('E', 'e') || !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
