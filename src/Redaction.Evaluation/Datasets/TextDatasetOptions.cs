using System.Collections.Immutable;

namespace Redaction.Evaluation;

/// <summary>How a data set of texts is read.</summary>
public sealed record TextDatasetOptions
{
    /// <summary>Names of entities that go before <see cref="EntityNames"/>, by the data set's name.</summary>
    /// <value>None.</value>
    public IReadOnlyDictionary<string, string>? Names { get; init; }

    /// <summary>What offsets count.</summary>
    /// <value><see cref="OffsetUnit.Utf16"/>.</value>
    public OffsetUnit Offsets { get; init; }

    /// <summary>Entities of the data set that are not measured, whether they are found or not.</summary>
    /// <value>None.</value>
    public ImmutableArray<Glob> Ignored { get; init; } = [];

    internal string Name(string entity) => EntityNames.Map(entity, Names);

    /// <summary>A span of a text, in UTF-16 code units, from its start and its end (exclusive) in the units of
    /// <see cref="Offsets"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An offset lies outside the text or within a character,
    /// or the start behind the end.</exception>
    public TextSpan Span(string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        return TextSpan.FromBounds(ToUtf16(text, start), ToUtf16(text, end));
    }

    private int ToUtf16(string text, int offset)
    {
        if (Offsets == OffsetUnit.Utf16)
            return offset >= 0 && offset <= text.Length ? offset : throw new ArgumentOutOfRangeException(nameof(offset));
        int units = 0, counted = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (counted >= offset) break;
            counted += Offsets == OffsetUnit.CodePoint ? 1 : rune.Utf8SequenceLength;
            units += rune.Utf16SequenceLength;
        }
        return counted == offset ? units : throw new ArgumentOutOfRangeException(nameof(offset));
    }
}
