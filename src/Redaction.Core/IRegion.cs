using System.Text.Json;

namespace Redaction;

/// <summary>A place in a source: a range of characters, a box of pixels, a span of time.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IRegion<TSelf> : IComparable<TSelf>
    where TSelf : struct, IRegion<TSelf>
{
    /// <summary>True for regions on a line (text, audio), where sorted regions can be swept in one pass.</summary>
    static abstract bool IsLinear { get; }

    /// <summary>The medium whose places these are: one of <see cref="Redaction.Medium.All"/>.</summary>
    static abstract string Medium { get; }

    /// <summary>True when the two regions share at least one character, pixel or sample.</summary>
    bool Overlaps(TSelf other);

    /// <summary>A region that covers both and as little else as it can.</summary>
    TSelf Union(TSelf other);

    /// <summary>The region of two pieces that are read one after the other, with what lies between them if that is only a gap.</summary>
    static virtual TSelf Beside(TSelf first, TSelf next) => first.Union(next);

    /// <summary>Writes the coordinates as properties of the current JSON object, in the units of the command-line contract.</summary>
    /// <param name="writer">Writes.</param>
    /// <param name="offset">Where the text that was searched begins in its document; it moves text only.</param>
    void WriteTo(Utf8JsonWriter writer, long offset = 0);
}
