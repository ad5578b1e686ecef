using System.Collections.Immutable;
using Redaction.Audio;

namespace Redaction.Batch;

/// <summary>A file that an earlier run redacted, as its manifest tells it.</summary>
internal sealed class KeptFile(ManifestItem item, IFileFormat format) : IFileItem
{
    public string Kind => item.Kind;

    public IFileFormat Format => format;

    public string Figures { get; init; } = "kept from an earlier run";

    public ImmutableSortedDictionary<string, long> Dropped => item.Facts.Dropped ?? ImmutableSortedDictionary<string, long>.Empty;

    public CallSummary? Heard => item.Facts is not { Seconds: { } seconds, SecondsMasked: { } masked } ? null : new(seconds, masked)
    {
        UnheardSeconds = item.Facts.SecondsUnheard ?? 0,
        SilencedSeconds = item.Facts.SecondsSilenced ?? 0,
        SpokenSeconds = item.Facts is { SecondsUnheard: { } unheard, ShareUnheard: > 0 and var share } ? unheard * (1 - share) / share : 0,
    };

    public void Redact(RedactionEngine engine, IItemWork work) => throw new NotSupportedException();
}
