using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Text;

/// <summary>Writes the value less exactly: a date as its year, an age as a band, a ZIP code as its area, a place as its region,
/// an amount as a bucket.</summary>
/// <remarks>Ages from 90 on are one band and small ZIP areas are written 000, as 45 CFR 164.514(b)(2)(i) asks.
/// What cannot be read, and every other type, gets its type in brackets.</remarks>
public sealed class Generalise : ITextOperator
{
    private string _to = "year";
    private int _band = 10;
    private bool _monthFirst;

    /// <inheritdoc/>
    public string Id => "generalise";

    /// <inheritdoc/>
    public string Description => "Writes dates as year, ages as a band, ZIP codes as area, places as region and amounts as a bucket.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options { get; } =
    [
        new("to", "year|month|decade", "year", "What is left of a date."),
        new("band", "integer", "10", "Years of an age band, 1 to 50; 1 keeps ages under 90 as they are written."),
        new("order", "day-first|month-first", "day-first", "How 03/04/2024 is meant."),
    ];

    /// <inheritdoc/>
    public ITextOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return new Generalise
        {
            _to = options.Choice("to", "year", "month", "decade"),
            _band = options.Integer("band", 10, 1, 50),
            _monthFirst = options.Choice("order", "day-first", "month-first") == "month-first",
        };
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var general = item.Finding.Type.Name switch
        {
            "date" or "date-of-birth" => Date(original),
            "age" => AgeBands.Of(original, _band),
            "us.zip" or "us.zip-code" or "zip" or "postal-code" => ZipAreas.Of(original),
            "uk.postcode" => UkArea(original),
            "location" or "city" => Regions.Of(original),
            "amount" or "money" => AmountBuckets.Of(original),
            _ => null,
        };
        if (general is null) TypeLabel.Write(item.Finding.Type, output);
        else output.Write(general);
    }

    private string? Date(ReadOnlySpan<char> value)
    {
        int year, month;
        if (DateText.TryRead(value, _monthFirst, out var date)) (year, month) = (date.Value.Year, date.Value.Month);
        else if (!TryYear(value, out year) || _to == "month") return null;
        else month = 0;
        return _to switch
        {
            "month" => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
            "decade" => string.Create(CultureInfo.InvariantCulture, $"{year / 10 * 10}s"),
            _ => year.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static bool TryYear(ReadOnlySpan<char> value, out int year)
    {
        for (var i = 0; i + 4 <= value.Length; i++)
            if (int.TryParse(value.Slice(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1800 and <= 2199
                && (i + 4 == value.Length || !char.IsAsciiDigit(value[i + 4])) && (i == 0 || !char.IsAsciiDigit(value[i - 1])))
                return true;
        year = 0;
        return false;
    }

    /// <summary>The postcode area: the one or two letters in front, some hundred thousand people.</summary>
    private static string? UkArea(ReadOnlySpan<char> value)
    {
        var letters = 0;
        while (letters < value.Length && char.IsAsciiLetter(value[letters])) letters++;
        return letters is 1 or 2 ? value[..letters].ToString().ToUpperInvariant() + "**" : null;
    }
}
