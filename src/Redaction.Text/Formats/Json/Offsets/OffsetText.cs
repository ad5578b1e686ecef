namespace Redaction.Text;

/// <summary>A text of a record that its ranges may point into.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Value">The text.</param>
internal sealed record OffsetText(RecordNode Node, string Value)
{
    private static readonly OffsetUnit[] s_units = [OffsetUnit.CodePoint, OffsetUnit.Utf16, OffsetUnit.Utf8];

    /// <summary>The range in UTF-16 code units of one that is counted in a unit; null where it does not lie in the text.</summary>
    public TextSpan? RangeOf(int from, int to, OffsetUnit unit)
    {
        var start = IndexOf(from, unit);
        var end = IndexOf(to, unit);
        return start >= 0 && end >= start ? TextSpan.FromBounds(start, end) : null;
    }

    /// <summary>The unit in which what stands from an offset on is the quote; null when there is none.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends; null where the record does not say.</param>
    /// <param name="quote">What should stand there.</param>
    public (OffsetUnit Unit, TextSpan Range)? Holds(int from, int? to, string quote)
    {
        foreach (var unit in s_units)
        {
            var start = IndexOf(from, unit);
            if (start >= 0 && Value.AsSpan(start).StartsWith(quote) && (to is null || IndexOf(to.Value, unit) == start + quote.Length))
                return (unit, new(start, quote.Length));
        }
        return null;
    }

    public override string ToString() => $"OffsetText(Length = {Value.Length})";

    private int IndexOf(int offset, OffsetUnit unit)
    {
        if (unit == OffsetUnit.Utf16) return offset <= Value.Length ? offset : -1;
        if (offset <= Value.Length && System.Text.Ascii.IsValid(Value.AsSpan(0, offset))) return offset;
        var count = 0;
        for (var i = 0; i < Value.Length; i++)
        {
            if (count == offset) return i;
            var isPair = char.IsHighSurrogate(Value[i]) && i + 1 < Value.Length && char.IsLowSurrogate(Value[i + 1]);
            count += unit == OffsetUnit.CodePoint ? 1 : isPair ? 4 : Value[i] < 0x80 ? 1 : Value[i] < 0x800 ? 2 : 3;
            if (isPair) i++;
            if (count > offset) return -1;
        }
        return count == offset ? Value.Length : -1;
    }
}
