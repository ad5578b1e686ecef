using System.Collections.Immutable;
using Redaction.Image;

namespace Redaction;

/// <summary>The switches of a run that change what is searched for, besides its policy.</summary>
internal sealed record SearchSwitches
{
    public DetectionQuality Quality { get; init; } = DetectionQuality.Balanced;

    public WrittenTextMode WrittenText { get; init; } = ImageDetectionOptions.Default.WrittenText;

    /// <summary>Only these detectors ran; empty: all.</summary>
    public ImmutableArray<string> Detectors { get; init; } = [];

    /// <summary>Only these entities were looked for; empty: all.</summary>
    public ImmutableArray<string> Entities { get; init; } = [];

    /// <summary>Of the detectors of countries and languages only these; empty: all.</summary>
    public ImmutableArray<string> Locales { get; init; } = [];

    /// <summary>Detectors outside the library that ran.</summary>
    public ImmutableArray<string> Plugins { get; init; } = [];

    /// <summary>What made the transcripts of recordings that have none; null: nothing.</summary>
    public string? Transcriber { get; init; }

    /// <summary>What listened to redacted recordings; null: nothing.</summary>
    public string? Listener { get; init; }

    /// <summary>Recordings without a transcript were released with all speech silenced.</summary>
    public bool SilencesWithoutTranscript { get; init; }

    /// <summary>The project whose keys replacements are made with; null without a key, and for the project without a name.</summary>
    public string? Project { get; init; }

    /// <summary>The least score that was acted on; null: as the policy says.</summary>
    public float? MinScore { get; init; }
}
