using System.Buffers;
using System.Globalization;

namespace Redaction.Text;

/// <summary>A full date as it is written: its day, and where year, month and day stand,
/// so that another day can be written in the same form.</summary>
internal ref struct DateText
{
    /// <summary>Two digits below mean this century: expiries and appointments lie a few years ahead, births behind.</summary>
    private const int Pivot = 30;

    private ReadOnlySpan<char> _text;
    private TextSpan _year;
    private TextSpan _month;
    private TextSpan _day;
    private bool _named;

    public DateOnly Value { get; private set; }

    /// <summary>Reads a date of a year, a month and a day.</summary>
    /// <param name="text">The date, with the time that belongs to it.</param>
    /// <param name="monthFirst">How <c>03/04/2024</c> is meant where the numbers do not say.</param>
    /// <param name="date">The date.</param>
    public static bool TryRead(ReadOnlySpan<char> text, bool monthFirst, out DateText date)
    {
        date = new() { _text = text };
        Span<TextSpan> groups = stackalloc TextSpan[4];
        var count = Groups(text, groups, out var word);
        if (word.Length > 0) return date.ReadNamed(groups[..count], word);
        if (count == 1 && groups[0].Length == 8)
            return date.Set(new(groups[0].Start, 4), new(groups[0].Start + 4, 2), new(groups[0].Start + 6, 2));
        if (count < 3) return false;
        if (groups[0].Length == 4) return date.Set(groups[0], groups[1], groups[2]);
        if (groups[0].Length > 2 || groups[1].Length > 2 || groups[2].Length is not (2 or 4)) return false;
        var points = text[groups[0].End] == '.';
        return monthFirst && !points
            ? date.Set(groups[2], groups[0], groups[1]) || date.Set(groups[2], groups[1], groups[0])
            : date.Set(groups[2], groups[1], groups[0]) || (!points && date.Set(groups[2], groups[0], groups[1]));
    }

    /// <summary>Writes another day in the same form; what follows the date, such as its time, stays.</summary>
    public readonly void Write(DateOnly value, IBufferWriter<char> output)
    {
        Span<TextSpan> order = [_year, _month, _day];
        order.Sort();
        var position = 0;
        foreach (var part in order)
        {
            output.Write(_text[position..part.Start]);
            position = part.End;
            if (part == _year) WriteNumber(part.Length == 2 ? value.Year % 100 : value.Year, part.Length, output);
            else if (part == _day) position = WriteDay(value.Day, output);
            else if (_named) output.Write(MonthWords.Like(_text.Slice(part.Start, part.Length), value.Month));
            else WriteNumber(value.Month, IsPadded ? 2 : 1, output);
        }
        output.Write(_text[position..]);
    }

    private readonly bool IsPadded => _day.Length == 2 && (_named || _month.Length == 2);

    private readonly int WriteDay(int day, IBufferWriter<char> output)
    {
        WriteNumber(day, IsPadded && !(_named && _text[_day.Start] != '0') ? 2 : 1, output);
        if (_day.End + 2 > _text.Length || _text.Slice(_day.End, 2) is not ("st" or "nd" or "rd" or "th")) return _day.End;
        output.Write((day % 10, day / 10) switch { (1, not 1) => "st", (2, not 1) => "nd", (3, not 1) => "rd", _ => "th" });
        return _day.End + 2;
    }

    private static void WriteNumber(int number, int width, IBufferWriter<char> output)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var written, width switch { 4 => "0000", 2 => "00", _ => "0" }, CultureInfo.InvariantCulture);
        output.Write(digits[..written]);
    }

    private bool ReadNamed(scoped ReadOnlySpan<TextSpan> groups, TextSpan word)
    {
        TextSpan day = default, year = default;
        foreach (var group in groups)
        {
            if (group.Length == 4 && year.Length == 0) year = group;
            else if (group.Length <= 2 && day.Length == 0) day = group;
            else if (group.Length == 2 && year.Length == 0) year = group;
        }
        _named = true;
        return day.Length > 0 && year.Length > 0 && Set(year, word, day);
    }

    private bool Set(TextSpan year, TextSpan month, TextSpan day)
    {
        int y = Number(year), m = _named ? MonthNames.OfAny(_text.Slice(month.Start, month.Length)) : Number(month), d = Number(day);
        if (year.Length == 2) y += y < Pivot ? 2000 : 1900;
        if (month.Length == 0 || day.Length is 0 or > 2 || !DatePlace.Exists(y, m, d) || (!_named && month.Length > 2)) return false;
        (_year, _month, _day) = (year, month, day);
        Value = new(y, m, d);
        return true;
    }

    private readonly int Number(TextSpan group)
    {
        var value = 0;
        foreach (var c in _text.Slice(group.Start, group.Length)) value = value * 10 + c - '0';
        return value;
    }

    /// <summary>The first groups of digits, up to four, and the first word that names a month.</summary>
    private static int Groups(ReadOnlySpan<char> text, Span<TextSpan> groups, out TextSpan word)
    {
        word = default;
        var count = 0;
        for (var i = 0; i < text.Length && count < groups.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
                if (i - start > 8) return 0;
                groups[count++] = TextSpan.FromBounds(start, i);
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && char.IsLetter(text[i])) i++;
                if (word.Length == 0 && MonthNames.OfAny(text[start..i]) > 0) word = TextSpan.FromBounds(start, i);
            }
            else
            {
                i++;
            }
        }
        return count;
    }
}
