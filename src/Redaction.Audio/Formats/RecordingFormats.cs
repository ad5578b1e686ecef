using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>The formats of recordings.</summary>
internal static class RecordingFormats
{
    /// <summary>All of them: WAV, and what ffmpeg takes to WAV and back.</summary>
    public static ImmutableArray<IFileFormat> All { get; } = [new Wav(), .. CompressedAudio.All];
}
