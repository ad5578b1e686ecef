using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>The way between a text and its redaction: which ranges were replaced by which,
/// and where any place of one is in the other.</summary>
/// <remarks>Immutable; holds no content. Annotations made on the redacted text find their place in the original with it,
/// and the other way round.</remarks>
public sealed class TextEditMap
{
    internal TextEditMap(ImmutableArray<TextEdit> edits, int originalLength, int redactedLength, OffsetUnit unit = OffsetUnit.Utf16) =>
        (Edits, OriginalLength, RedactedLength, Unit) = (edits, originalLength, redactedLength, unit);

    /// <summary>The replacements, sorted and disjoint in both texts. What lies between them is the same in both.</summary>
    public ImmutableArray<TextEdit> Edits { get; }

    /// <summary>Length of the original text, in <see cref="Unit"/>.</summary>
    public int OriginalLength { get; }

    /// <summary>Length of the redacted text, in <see cref="Unit"/>.</summary>
    public int RedactedLength { get; }

    /// <summary>What all ranges, lengths and offsets of this map count.</summary>
    public OffsetUnit Unit { get; }

    /// <summary>The place in the redacted text of a place in the original. A place inside a replaced value gives the start
    /// of its replacement.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is not within the original.</exception>
    public int ToRedacted(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)offset, (uint)OriginalLength, nameof(offset));
        var index = LastAt(offset, original: true);
        if (index < 0) return offset;
        var edit = Edits[index];
        return offset < edit.Original.End ? edit.Redacted.Start : edit.Redacted.End + offset - edit.Original.End;
    }

    /// <summary>The place in the original of a place in the redacted text. A place inside a replacement gives the
    /// start of the value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is not within the redacted text.</exception>
    public int ToOriginal(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)offset, (uint)RedactedLength, nameof(offset));
        var index = LastAt(offset, original: false);
        if (index < 0) return offset;
        var edit = Edits[index];
        return offset < edit.Redacted.End ? edit.Original.Start : edit.Original.End + offset - edit.Redacted.End;
    }

    /// <summary>The range of the redacted text that stands for a range of the original;
    /// a replaced value that it touches is in it as a whole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the original.</exception>
    public TextSpan ToRedacted(TextSpan range)
    {
        var start = ToRedacted(range.Start);
        if (range.Length == 0) return new(start, 0);
        var end = ToRedacted(range.End);
        var last = LastAt(range.End - 1, original: true);
        if (last >= 0 && range.End - 1 < Edits[last].Original.End && range.End <= Edits[last].Original.End) end = Edits[last].Redacted.End;
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>The range of the original that a range of the redacted text stands for;
    /// a replacement that it touches counts as a whole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the redacted text.</exception>
    public TextSpan ToOriginal(TextSpan range)
    {
        var start = ToOriginal(range.Start);
        if (range.Length == 0) return new(start, 0);
        var end = ToOriginal(range.End);
        var last = LastAt(range.End - 1, original: false);
        if (last >= 0 && range.End <= Edits[last].Redacted.End) end = Edits[last].Original.End;
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>The same map in another unit.</summary>
    /// <param name="unit">What the new map counts.</param>
    /// <param name="original">The original text.</param>
    /// <param name="redacted">The redacted text.</param>
    /// <exception cref="ArgumentException">The texts are not those of the map, or it does not count UTF-16 code units.</exception>
    public TextEditMap In(OffsetUnit unit, ReadOnlySpan<char> original, ReadOnlySpan<char> redacted)
    {
        if (Unit != OffsetUnit.Utf16 || original.Length != OriginalLength || redacted.Length != RedactedLength)
            throw new ArgumentException("The texts are not those of a map in UTF-16 code units.", nameof(original));
        if (unit == OffsetUnit.Utf16) return this;
        var edits = ImmutableArray.CreateBuilder<TextEdit>(Edits.Length);
        int readOriginal = 0, readRedacted = 0, inOriginal = 0, inRedacted = 0;
        foreach (var edit in Edits)
        {
            inOriginal += TextUnits.Count(original[readOriginal..edit.Original.Start], unit);
            inRedacted += TextUnits.Count(redacted[readRedacted..edit.Redacted.Start], unit);
            var from = TextUnits.Count(original.Slice(edit.Original.Start, edit.Original.Length), unit);
            var to = TextUnits.Count(redacted.Slice(edit.Redacted.Start, edit.Redacted.Length), unit);
            edits.Add(edit with { Original = new(inOriginal, from), Redacted = new(inRedacted, to) });
            (inOriginal, inRedacted) = (inOriginal + from, inRedacted + to);
            (readOriginal, readRedacted) = (edit.Original.End, edit.Redacted.End);
        }
        inOriginal += TextUnits.Count(original[readOriginal..], unit);
        inRedacted += TextUnits.Count(redacted[readRedacted..], unit);
        return new(edits.MoveToImmutable(), inOriginal, inRedacted, unit);
    }

    /// <summary>Index of the last edit that begins at or before the offset; -1 when there is none.</summary>
    private int LastAt(int offset, bool original)
    {
        int low = 0, high = Edits.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if ((original ? Edits[middle].Original.Start : Edits[middle].Redacted.Start) <= offset) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }
}
