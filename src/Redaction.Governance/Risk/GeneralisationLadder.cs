using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Governance;

/// <summary>Ways to write the values of a column less and less exactly, chosen by what they look like.</summary>
internal sealed class GeneralisationLadder
{
    private readonly ImmutableArray<(string Name, Func<string, string> Write)> _steps;

    private GeneralisationLadder(params ImmutableArray<(string, Func<string, string>)> steps) => _steps = steps;

    /// <summary>Names of the steps: from the values as they are to nothing.</summary>
    public ImmutableArray<string> Steps => [.. _steps.Select(static s => s.Name)];

    /// <summary>A value as a step writes it.</summary>
    public string Write(string value, int step) => _steps[step].Write(value);

    /// <summary>The ladder for a column: dates (ISO 8601), numbers, postal codes, other texts.</summary>
    public static GeneralisationLadder For(IEnumerable<string> values)
    {
        string[] filled = [.. values.Where(static v => v.Length > 0).Take(1000)];
        if (filled.Length > 0 && filled.All(IsDate))
            return new(Same, ("year and month", static v => Head(v, 7)), ("year", static v => Head(v, 4)),
                ("decade", static v => Head(v, 3) + "0s"), Nothing);
        // Codes of one length, such as ZIP codes, are cut from the right: 90210, 902**.
        if (filled.Length > 0 && filled[0].Length is >= 4 and <= 6 && filled.All(v => v.Length == filled[0].Length && IsCode(v)))
            return new(Same, ("first 3 signs", static v => Cut(v, 3)), ("first sign", static v => Cut(v, 1)), Nothing);
        if (filled.Length > 0 && filled.All(static v => decimal.TryParse(v, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            return new(
                Same, ("bands of 5", static v => Band(v, 5)), ("bands of 10", static v => Band(v, 10)),
                ("bands of 20", static v => Band(v, 20)), Nothing);
        }
        return new(Same, Nothing);
    }

    private static (string, Func<string, string>) Same => ("as it is", static v => v);

    private static (string, Func<string, string>) Nothing => ("left out", static _ => "*");

    private static bool IsDate(string value) =>
        value.Length >= 10
        && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsCode(string value) => value.All(char.IsAsciiLetterOrDigit) && value.Any(char.IsAsciiDigit);

    private static string Cut(string value, int length) => Head(value, length) + new string('*', Math.Max(0, value.Length - length));

    private static string Head(string value, int length) => value.Length <= length ? value : value[..length];

    private static string Band(string value, int width)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        var from = Math.Floor(number / width) * width;
        return string.Create(CultureInfo.InvariantCulture, $"{from:0}-{from + width - 1:0}");
    }
}
