using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Where a service repeats what was spoken: objects that hold a text, or words, or both.</summary>
/// <param name="Path">From the document to the objects.</param>
internal sealed record JsonCopies(ServicePath Path)
{
    /// <summary>From an object to its texts.</summary>
    public ImmutableArray<ServicePath> Texts { get; init; } = [];

    /// <summary>From an object to its words (strings), one path a writing.</summary>
    public ImmutableArray<ServicePath> Words { get; init; } = [];

    /// <summary>Where the times of an object are; null when it has none.</summary>
    public JsonTimes? Times { get; init; }
}
