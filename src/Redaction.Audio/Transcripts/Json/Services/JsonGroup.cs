using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Where a service writes what was spoken: objects that each are a line of the text.</summary>
/// <param name="Path">From the document to the lines.</param>
internal sealed record JsonGroup(ServicePath Path)
{
    /// <summary>From a line to its alternatives: the first is what was spoken, the others are copies.
    /// Null when the line itself holds the words.</summary>
    public ServicePath? Alternatives { get; init; }

    /// <summary>From an alternative (or line) to its words; null when there are none.</summary>
    public ServicePath? Words { get; init; }

    /// <summary>From a word to its text.</summary>
    public ServicePath Word { get; init; } = "word";

    /// <summary>From a word to other writings of it: each kind is a copy of the line.</summary>
    public ImmutableArray<ServicePath> Twins { get; init; } = [];

    /// <summary>From an alternative (or line) to texts that repeat it; the first is what was spoken when there are no words.</summary>
    public ImmutableArray<ServicePath> Texts { get; init; } = [];

    /// <summary>Where the times of a word are.</summary>
    public JsonTimes Times { get; init; } = JsonTimes.Seconds;

    /// <summary>Where the times of a line are; null when it has none.</summary>
    public JsonTimes? LineTimes { get; init; }

    /// <summary>From a word to its speaker.</summary>
    public ServicePath? WordSpeaker { get; init; }

    /// <summary>From a line to its speaker.</summary>
    public ServicePath? Speaker { get; init; }

    /// <summary>The member of a word that says that it is a punctuation mark, as the names of services begin: <c>punct</c>.</summary>
    public ServicePath? Kind { get; init; }
}
