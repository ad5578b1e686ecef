namespace Redaction.Text;

/// <summary>Where a date stands and how sure its form alone makes it; <see cref="End"/> is 0 when there is none.</summary>
internal readonly record struct DatePlace(int Start, int End, float Score)
{
    private const int EarliestYear = 1800;
    private const int LatestYear = 2199;

    /// <summary>True for a month and a day that some month has: a mistyped day such as 31 February still tells month and year.</summary>
    public static bool MayBeMeant(int year, int month, int day) =>
        (year < 100 || year is >= EarliestYear and <= 2299) && month is >= 1 and <= 12 && day is >= 1 and <= 31;

    /// <summary>True when the day exists in the calendar; a year below 100 is of this or the last century.</summary>
    public static bool Exists(int year, int month, int day)
    {
        if (year < 100) year += year < 50 ? 2000 : 1900;
        return year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }
}
