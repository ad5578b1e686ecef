using System.Collections.Immutable;
using Redaction.Image;
using Redaction.Text.Names;

namespace Redaction;

/// <summary>What a builder was told; see its methods.</summary>
internal sealed record EngineSettings
{
    public required LoadedPolicy Policy { get; init; }

    public required DetectorSelection Selection { get; init; }

    public ImmutableArray<ITextDetector> TextDetectors { get; init; } = [];

    public ImmutableArray<IImageDetector> ImageDetectors { get; init; } = [];

    public ImmutableArray<ITextOperator> TextOperators { get; init; } = [];

    public ImmutableArray<IFindingRefiner<TextSource, TextSpan>> Refiners { get; init; } = [];

    public ImageFileOptions Images { get; init; } = ImageFileOptions.Default;

    public ImageDetectionOptions ImageDetection { get; init; } = ImageDetectionOptions.Default;

    public RedactionKey? Key { get; init; }

    public string Project { get; init; } = "";

    public float? MinScore { get; init; }

    public NamesSensitivity Names { get; init; } = NamesSensitivity.Medium;

    public DetectionQuality NamesQuality { get; init; } = DetectionQuality.Balanced;

    public ImmutableArray<string> Declared { get; init; } = [];

    public ImmutableArray<string> Passwords { get; init; } = [];

    public bool IsScanning { get; init; }

    public bool IsSealing { get; init; }

    public string? Voice { get; init; }

    /// <summary>Makes the transcripts of recordings that have none; null: as the policy says.</summary>
    public Audio.ITranscriber? Transcriber { get; init; }

    /// <summary>Listens to redacted recordings; null: as the policy says.</summary>
    public Audio.ITranscriber? Listener { get; init; }

    /// <summary>What happens to recordings without words; null: as the policy says.</summary>
    public bool? SilencesWithoutTranscript { get; init; }

    public bool LooksAgain { get; init; }
}
