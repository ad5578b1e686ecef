using System.Globalization;

namespace Redaction.Text;

/// <summary>Reads the dates of birth that identifiers carry.</summary>
internal static class CalendarDate
{
    /// <summary>The value of a run of ASCII digits.</summary>
    public static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>True when the day is on the calendar.</summary>
    public static bool Exists(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>True when the day is on the calendar of some century: 29 February is refused only where no century has it.</summary>
    public static bool ExistsInSomeCentury(int twoDigitYear, int month, int day) => Exists(2000 + twoDigitYear, month, day);
}
