using System.Globalization;

namespace Redaction.Documents;

/// <summary>Dates and times of HL7 v2: <c>YYYY[MM[DD[HH[MM[SS]]]]]</c> with fractions and a zone.</summary>
internal static class Hl7Date
{
    private const int Day = 8;
    private const string StandIn = "19000101000000";

    /// <summary>True for a date.</summary>
    public static bool Is(ReadOnlySpan<char> value)
    {
        var digits = value.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : value.Length;
        if (digits is not (4 or 6 or 8 or 10 or 12 or 14)) return false;
        return (digits == value.Length || value[digits] is '.' or '+' or '-')
            && (digits < 6 || int.Parse(value.Slice(4, 2), CultureInfo.InvariantCulture) is >= 1 and <= 12)
            && (digits < Day || int.Parse(value.Slice(6, 2), CultureInfo.InvariantCulture) is >= 1 and <= 31);
    }

    /// <summary>The date as operators can read it: with a day, in the middle of what it leaves open.</summary>
    public static string Full(ReadOnlySpan<char> value) => Digits(value) switch
    {
        4 => $"{value[..4]}-07-01",
        6 => $"{value[..4]}-{value[4..6]}-15",
        _ => $"{value[..4]}-{value[4..6]}-{value[6..8]}",
    };

    /// <summary>What takes the place of a date: what the operator wrote where that is a date, no more exact than the one before; else
    /// a date that says nothing.</summary>
    public static string Of(ReadOnlySpan<char> original, ReadOnlySpan<char> written)
    {
        var digits = Digits(original);
        if (!FhirDateForm(written)) return StandIn[..digits];
        if (written.Length < 10) return string.Concat(written[..4], written.Length > 4 ? written[5..7] : "");
        var day = string.Concat(written[..4], written[5..7], written[8..10]);
        return digits < Day ? day[..digits] : string.Concat(day, original[Day..]);
    }

    private static bool FhirDateForm(ReadOnlySpan<char> written)
    {
        if (written.Length is not (4 or 7 or 10)) return false;
        for (var i = 0; i < written.Length; i++)
            if (i is 4 or 7 ? written[i] != '-' : !char.IsAsciiDigit(written[i])) return false;
        return true;
    }

    private static int Digits(ReadOnlySpan<char> value) =>
        value.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : value.Length;
}
