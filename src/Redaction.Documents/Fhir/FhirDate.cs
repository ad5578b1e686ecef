using System.Buffers;

namespace Redaction.Documents;

/// <summary>Dates and times of FHIR (date, dateTime, instant): a year, a month, a day, or a day with its time.</summary>
internal static class FhirDate
{
    private const string StandIn = "1900-01-01T00:00:00.000000000Z";
    private const int Day = 10;
    private static readonly SearchValues<char> s_time = SearchValues.Create("0123456789:.+-Z");

    /// <summary>True for a date in one of the forms of FHIR.</summary>
    public static bool Is(ReadOnlySpan<char> value)
    {
        if (value.Length is not (4 or 7 or Day) && !(value.Length > Day && value[Day] == 'T')) return false;
        for (var i = 0; i < value.Length && i < Day; i++)
            if (i is 4 or 7 ? value[i] != '-' : !char.IsAsciiDigit(value[i])) return false;
        return value.Length <= Day || !value[(Day + 1)..].ContainsAnyExcept(s_time);
    }

    /// <summary>The year of a date.</summary>
    public static int Year(ReadOnlySpan<char> date) => int.Parse(date[..4], provider: System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The date as operators can read it: with a day, in the middle of what it leaves open.</summary>
    public static string Full(ReadOnlySpan<char> date) => date.Length switch
    {
        4 => $"{date}-07-01",
        7 => $"{date}-15",
        _ => date.ToString(),
    };

    /// <summary>What takes the place of a date: what the operator wrote where that is a date, no more exact than the one before; else
    /// a date that says nothing.</summary>
    /// <param name="original">The date.</param>
    /// <param name="written">What the operator wrote for <see cref="Full"/>.</param>
    /// <param name="isInstant">True where FHIR asks for the time.</param>
    public static string Of(ReadOnlySpan<char> original, ReadOnlySpan<char> written, bool isInstant)
    {
        if (!Is(written) || written[..4] is "0000") return Nothing(original);
        if (original.Length <= Day && written.Length > original.Length) return written[..original.Length].ToString();
        if (!isInstant || written.Length > Day) return written.ToString();
        return string.Concat(written, StandIn.AsSpan(written.Length, Day - written.Length), "T00:00:00Z");
    }

    private static string Nothing(ReadOnlySpan<char> original) =>
        original.Length <= Day ? StandIn[..original.Length] : "1900-01-01T00:00:00Z";
}
