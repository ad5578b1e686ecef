using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>A compressed format of recordings, read and written through <c>ffmpeg</c>.</summary>
/// <param name="Extension">Extension with its dot.</param>
/// <param name="Demuxer">ffmpeg's reader. It is forced, so that a file cannot pass for a playlist that opens others.</param>
/// <param name="Muxer">ffmpeg's writer.</param>
/// <param name="Encoder">ffmpeg's codec with its quality.</param>
/// <param name="IsLossless">Samples outside the masked spans stay bit-identical.</param>
public sealed record CompressedAudio(
    string Extension, string Demuxer, string Muxer, ImmutableArray<string> Encoder, bool IsLossless = false) : IFileFormat
{
    /// <summary>Every compressed format.</summary>
    public static ImmutableArray<CompressedAudio> All { get; } =
    [
        new(".flac", "flac", "flac", ["-c:a", "flac"], IsLossless: true),
        new(".mp3", "mp3", "mp3", ["-c:a", "libmp3lame", "-q:a", "2"]),
        new(".ogg", "ogg", "ogg", ["-c:a", "libvorbis", "-q:a", "6"]),
        new(".opus", "ogg", "opus", ["-c:a", "libopus", "-b:a", "96k"]),
        new(".m4a", "mov", "ipod", ["-c:a", "aac", "-b:a", "160k"]),
        new(".m4b", "mov", "ipod", ["-c:a", "aac", "-b:a", "160k"]),
        new(".aac", "aac", "adts", ["-c:a", "aac", "-b:a", "160k"]),
        new(".aiff", "aiff", "aiff", ["-c:a", "pcm_s24be"]),
        new(".aif", "aiff", "aiff", ["-c:a", "pcm_s24be"]),
        new(".wma", "asf", "asf", ["-c:a", "wmav2", "-b:a", "160k"]),
    ];

    /// <summary>A WAV file with a codec of its own, such as those of telephones; what is written has plain samples.</summary>
    internal static CompressedAudio InWav { get; } = new(".wav", "wav", "wav", ["-c:a", "pcm_s16le"]);

    /// <summary>The extension without its dot, such as <c>mp3</c>.</summary>
    public string Id { get; } = Extension[1..];

    /// <inheritdoc/>
    public string Medium => Redaction.Medium.Audio;

    /// <inheritdoc/>
    public string Description => "Compressed speech with its transcript beside it; needs ffmpeg.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [Extension];

    /// <inheritdoc/>
    /// <remarks>ffmpeg's reader is forced and refuses what is something else.</remarks>
    public bool Recognises(ReadOnlySpan<byte> head, string name) => true;

    /// <inheritdoc/>
    public override string ToString() => Extension;
}
