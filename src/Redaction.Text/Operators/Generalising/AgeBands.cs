using System.Globalization;

namespace Redaction.Text;

/// <summary>Bands of ages. From 90 on there is one, as 45 CFR 164.514(b)(2)(i)(C) asks.</summary>
internal static class AgeBands
{
    private const int Eldest = 90, LongestWord = 16;
    private const string All = "90+";

    private static readonly WordSet s_young = new(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        + "twenty thirty forty fifty sixty seventy eighty");

    private static readonly WordSet s_around = new("age aged of at year years old is and");

    private static readonly string[] s_shorter = ["month", "week", "day", "m/o"];

    /// <summary>The band of an age as it is written; the writing itself in bands of one year; null for what cannot be read.</summary>
    public static string? Of(ReadOnlySpan<char> value, int band)
    {
        var start = value.IndexOfAnyInRange('0', '9');
        if (start < 0) return band == 1 && IsYoung(value) ? value.ToString() : null;
        var end = start;
        while (end < value.Length && char.IsAsciiDigit(value[end])) end++;
        if (end - start > 3) return null;
        var rest = value[end..];
        if (rest.Length > 1 && rest[0] is '.' or ',' && char.IsAsciiDigit(rest[1])) rest = rest[2..];
        foreach (var sign in rest)
            if (char.IsNumber(sign)) return null;
        var age = InYears(int.Parse(value[start..end], NumberStyles.None, CultureInfo.InvariantCulture), rest);
        if (age >= Eldest) return All;
        if (band == 1) return value.ToString();
        var from = age / band * band;
        return string.Create(CultureInfo.InvariantCulture, $"{from}-{Math.Min(from + band - 1, Eldest - 1)}");
    }

    private static int InYears(int number, ReadOnlySpan<char> unit)
    {
        foreach (var shorter in s_shorter)
            if (unit.Contains(shorter, StringComparison.OrdinalIgnoreCase)) return shorter is "month" or "m/o" ? number / 12 : number / 52;
        return number;
    }

    /// <summary>True for an age in English words that are all known and of which none is ninety or more.</summary>
    private static bool IsYoung(ReadOnlySpan<char> value)
    {
        var count = 0;
        for (var i = 0; i < value.Length;)
        {
            var end = i;
            while (end < value.Length && char.IsLetter(value[end])) end++;
            if (end > i)
            {
                if (end - i > LongestWord) return false;
                if (s_young.Contains(value[i..end])) count++;
                else if (!s_around.Contains(value[i..end])) return false;
                i = end;
            }
            else if (char.IsNumber(value[i++])) return false;
        }
        return count > 0;
    }
}
