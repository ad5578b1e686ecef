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
    /// <summary>A frame of GSM 06.10, and the half byte that each begins with (RFC 3551, 4.5.8.1).</summary>
    private const int GsmFrame = 33, GsmMark = 0xD;

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
        new(".oga", "ogg", "oga", ["-c:a", "libvorbis", "-q:a", "6"]),
        new(".spx", "ogg", "spx", ["-c:a", "libspeex", "-q:a", "10"]),
        new(".mka", "matroska", "matroska", ["-c:a", "libopus", "-b:a", "96k"]),
        new(".weba", "matroska", "webm", ["-c:a", "libopus", "-b:a", "96k"]),
        new(".gsm", "gsm", "gsm", ["-c:a", "libgsm", "-ar", "8000", "-ac", "1"]),
        new(".amr", "amr", "amr", ["-c:a", "libopencore_amrnb", "-b:a", "12.2k", "-ar", "8000", "-ac", "1"]),
        new(".awb", "amr", "amr", ["-c:a", "libvo_amrwbenc", "-b:a", "23.85k", "-ar", "16000", "-ac", "1"]),
        .. new[] { ".webm", ".mkv" }.Select(static e => new CompressedAudio(e, "matroska", e == ".mkv" ? "matroska" : "webm",
            ["-c:a", "libopus", "-b:a", "96k"]) { IsVideoToo = true }),
        .. new[] { ".mp4", ".m4v", ".mov", ".3gp", ".3g2" }.Select(static e => new CompressedAudio(e, "mov",
            e is ".mov" ? "mov" : e is ".3gp" or ".3g2" ? e[1..] : "mp4", ["-c:a", "aac", "-b:a", "160k"]) { IsVideoToo = true }),
    ];

    /// <summary>A WAV file with a codec of its own, such as those of telephones; what is written has plain samples.</summary>
    internal static CompressedAudio InWav { get; } = new(".wav", "wav", "wav", ["-c:a", "pcm_s16le"]);

    /// <summary>The extension without its dot, such as <c>mp3</c>.</summary>
    /// <value>With <c>-sound</c> added where a video has that extension too.</value>
    public string Id => IsVideoToo ? Extension[1..] + "-sound" : Extension[1..];

    /// <summary>Videos have that extension too: what is in the file decides.</summary>
    internal bool IsVideoToo { get; init; }

    /// <inheritdoc/>
    public string Medium => Redaction.Medium.Audio;

    /// <inheritdoc/>
    public string Description => IsVideoToo
        ? "Speech without pictures in a container of videos, with its transcript beside it; needs ffmpeg."
        : "Compressed speech with its transcript beside it; needs ffmpeg.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [Extension];

    /// <inheritdoc/>
    /// <remarks>ffmpeg's reader is forced and refuses what is something else.</remarks>
    public bool Recognises(ReadOnlySpan<byte> head, string name) => Demuxer switch
    {
        "mov" => !IsVideoToo || MovieTracks.IsSound(head),
        "matroska" => IsVideoToo ? MatroskaTracks.IsSound(head) : MatroskaTracks.IsEbml(head),
        "amr" => head.StartsWith("#!AMR"u8),
        "gsm" => head.Length >= GsmFrame && head[0] >> 4 == GsmMark && (head.Length == GsmFrame || head[GsmFrame] >> 4 == GsmMark),
        _ => true,
    };

    /// <inheritdoc/>
    public override string ToString() => Extension;
}
