using System.Collections.Immutable;
using Redaction.Audio;

namespace Redaction.Batch;

/// <summary>One thing to redact: a file, a call (audio with its transcript), or a Kaldi data directory (<c>text</c> with the files beside
/// it).</summary>
/// <param name="Index">Place in the order of the inputs.</param>
/// <param name="Main">The file, or the audio of a call.</param>
/// <param name="Transcript">The transcript of a call.</param>
internal sealed record BatchItem(int Index, InputFile Main, InputFile? Transcript)
{
    /// <summary>The format of the transcript.</summary>
    public ITranscriptFormat? Spoken { get; init; }

    /// <summary>What the item is, where that is known by names alone; null: to be detected.</summary>
    public IFileFormat? Format { get; init; }

    /// <summary>The other files of a Kaldi data directory.</summary>
    public ImmutableArray<InputFile> Parts { get; init; } = [];

    /// <summary>The path below the input, where the paths of the item are others, which may be told; null where they are its own.</summary>
    public string? OwnPath { get; init; }

    /// <summary>What was found in names.</summary>
    public ImmutableArray<(EntityType Type, string Value)> NameFindings { get; init; } = [];

    public IEnumerable<InputFile> Files => Transcript is { } transcript ? [Main, transcript] : [Main, .. Parts];
}
