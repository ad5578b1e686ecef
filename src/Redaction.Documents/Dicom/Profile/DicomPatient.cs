using System.Globalization;
using System.Text;

namespace Redaction.Documents.Dicom;

/// <summary>Whom a file is about: by what the file says of the patient, else of the study.</summary>
internal static class DicomPatient
{
    private static readonly uint[][] s_tags = [[0x00100020], [0x00100010, 0x00100030], [0x0020000D], [0x00080018]];

    /// <summary>What names the patient; the same for all files that say the same of them.</summary>
    public static string Of(DicomFile file)
    {
        foreach (var tags in s_tags)
        {
            var said = string.Join('\\', tags.Select(t => Text(file, t)));
            if (said.Trim('\\').Length > 0) return said;
        }
        return "";
    }

    private static string Text(DicomFile file, uint tag) => file.Dataset.Find(tag) is { Items: null } element
        ? Encoding.Latin1.GetString(element.In(file.Source)).TrimEnd(' ', '\0') : "";

    /// <summary>A date (<c>yyyymmdd</c>, with or without a time behind it) moved by days; null when it is none.</summary>
    public static string? Shift(string value, int days)
    {
        var end = Math.Min(8, value.Length);
        var (digits, rest) = value.Length >= 10 && value[4] == '.' && value[7] == '.' // as before version 3.0
            ? (value[..4] + value[5..7] + value[8..10], value[10..]) : (value[..end], value[end..]);
        if (!DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return null;
        foreach (var c in rest)
            if (!char.IsAsciiDigit(c) && c is not ('.' or '+' or '-')) return null;
        var number = date.DayNumber + days;
        return number < 0 || number > DateOnly.MaxValue.DayNumber ? null
            : DateOnly.FromDayNumber(number).ToString("yyyyMMdd", CultureInfo.InvariantCulture) + rest;
    }
}
