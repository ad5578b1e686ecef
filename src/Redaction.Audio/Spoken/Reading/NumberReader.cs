using System.Globalization;

namespace Redaction.Audio;

/// <summary>Reads a number that is said as one: <c>twenty four</c>, <c>tre cento quaranta</c>, <c>九百十六</c>.</summary>
internal static class NumberReader
{
    private const WordKinds Numbers = WordKinds.Digit | WordKinds.Number;
    private const long Largest = 1_000_000_000_000;

    public static bool TryRead(in SpokenWords words, int index, out SpokenAtom atom)
    {
        atom = default;
        var length = words.Match(index, Numbers, out var value);
        if (length == 0) return false;
        var at = index + length;
        var isDigit = value < 10 && words.Match(index, WordKinds.Digit, out _) > 0;
        var total = Scaled(words, ref at, Group(words, ref at, value), Largest);
        var text = isDigit && at == index + length ? AtomReader.Sign('0' + value) : total.ToString(CultureInfo.InvariantCulture);
        atom = new(total >= 100 ? AtomKind.Scaled : isDigit && at == index + length ? AtomKind.Digit : AtomKind.Pair,
            index, at - 1, text, AtomDoubt.None);
        return true;
    }

    /// <summary>What tens, units and words for hundreds that follow each other make.</summary>
    private static long Group(in SpokenWords words, ref int at, long value)
    {
        var order = words.Table.Order;
        if (value is >= 100 and <= 1000 && value % 100 == 0 && !words.IsAt(at, WordKinds.Scale))
            return value + Rest(words, ref at, value == 1000 ? 1000 : 100);
        if (value is >= 1 and <= 9 && (order & SpokenOrder.UnitsTens) != 0 && IsJoiner(words, at)
            && IsNear(words, at + 1) && words.Match(at + 1, WordKinds.Number, out var tens) is > 0 and var joined
            && tens is >= 20 and < 100 && tens % 10 == 0)
        {
            at += 1 + joined;
            return value + tens;
        }
        if (value is < 10 or >= 100 || value % 10 != 0 || (order & SpokenOrder.TensUnits) == 0) return value;
        var next = IsJoiner(words, at) ? at + 1 : at;
        if (!IsNear(words, next) || words.Match(next, WordKinds.Digit, out var unit) is not (> 0 and var length) || unit == 0) return value;
        at = next + length;
        return value + unit;
    }

    /// <summary>The value with the scales that follow it, each smaller than a limit, and what belongs to them.</summary>
    private static long Scaled(in SpokenWords words, ref int at, long value, long limit)
    {
        while (words.Match(at, WordKinds.Scale, out var scale) is > 0 and var length && scale < limit && value is > 0 and < 10_000)
        {
            at += length;
            value = value * scale + Rest(words, ref at, scale);
        }
        return value;
    }

    /// <summary>What follows "hundred" belongs to it unless more digits follow: "two hundred five", but "eight hundred five five
    /// five".</summary>
    private static long Rest(in SpokenWords words, ref int at, long limit)
    {
        if (limit > 100_000) return 0;
        var isJoined = IsJoiner(words, at);
        var next = isJoined ? at + 1 : at;
        if (!IsNear(words, next) || words.Match(next, Numbers, out var value) is not (> 0 and var length) || value >= limit) return 0;
        var end = next + length;
        var total = Group(words, ref end, value);
        var isDigit = total < 10 && end == next + length;
        if (isDigit && !isJoined && IsNear(words, end) && words.IsAt(end, WordKinds.Digit | WordKinds.Oh)) return 0;
        total = Scaled(words, ref end, total, limit);
        if (total >= limit) return 0;
        at = end;
        return total;
    }

    /// <summary>True for a word on the line of the word before it: a number ends with its line.</summary>
    private static bool IsNear(in SpokenWords words, int index) => index < words.Count && words[index].Line == words[index - 1].Line;

    private static bool IsJoiner(in SpokenWords words, int index) =>
        IsNear(words, index) && words.Table.Contains(words.Written(index), WordLists.Joiner);
}
