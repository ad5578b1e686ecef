namespace Redaction.Text.Locales;

/// <summary>The personal code that Estonia and Lithuania share: century and sex, date of birth, serial of three, and a check digit modulo
/// 11, weights 1 to 9 and 1, or 3 to 9 and 1 to 3 where those give 10 (EVS 585:2007; Gyventojų registro įstatymas).</summary>
internal static class BalticCode
{
    /// <summary>True for eleven digits with a day that exists and a right check digit.</summary>
    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var check = WeightedSum.Of(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
        if (check == 10) check = WeightedSum.Of(value, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10;
        var year = 1800 + (value[0] - '1') / 2 * 100 + CalendarDate.Number(value[1..3]);
        return check == value[10] - '0' && CalendarDate.Exists(year, CalendarDate.Number(value[3..5]), CalendarDate.Number(value[5..7]));
    }
}
