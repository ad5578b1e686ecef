using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>A container of video, read and written through <c>ffmpeg</c>.</summary>
public sealed class VideoFormat : IFileFormat
{
    private static readonly ImmutableArray<string> s_h264 =
        // without the encoder's own note
        ["-c:v", "libx264", "-preset", "veryfast", "-crf", "17", "-pix_fmt", "yuv420p", "-bsf:v", "filter_units=remove_types=6"];
    private static readonly ImmutableArray<string> s_vp9 =
        ["-c:v", "libvpx-vp9", "-crf", "20", "-b:v", "0", "-deadline", "good", "-cpu-used", "5", "-pix_fmt", "yuv420p"];

    private static readonly ImmutableArray<string> s_aac = ["-c:a", "aac", "-b:a", "160k"], s_opus = ["-c:a", "libopus", "-b:a", "128k"];

    private VideoFormat(string id, string demuxer, string muxer, ImmutableArray<string> encoder, ImmutableArray<string> soundEncoder,
        params ImmutableArray<string> extensions)
    {
        SoundEncoder = soundEncoder;
        Id = id;
        Demuxer = demuxer;
        Muxer = muxer;
        Encoder = encoder;
        Extensions = extensions;
    }

    /// <summary>All of them, sorted by id.</summary>
    public static ImmutableArray<VideoFormat> All { get; } =
    [
        new("mkv", "matroska", "matroska", s_h264, s_aac, ".mkv"),
        new("mov", "mov", "mov", s_h264, s_aac, ".mov"),
        new("mp4", "mov", "mp4", s_h264, s_aac, ".mp4", ".m4v"),
        new("webm", "matroska", "webm", s_vp9, s_opus, ".webm"),
    ];

    /// <summary>Lower-case name, such as <c>mp4</c>.</summary>
    public string Id { get; }

    /// <inheritdoc/>
    public string Medium => Redaction.Medium.Image;

    /// <inheritdoc/>
    public string Description => "Video: faces, plates and written text are followed from frame to frame; needs ffmpeg.";

    /// <summary>The file extensions with their dots, lower-case; the usual one first.</summary>
    public ImmutableArray<string> Extensions { get; }

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes => Id switch
    {
        "mov" => ["video/quicktime"],
        "mkv" => ["video/x-matroska"],
        _ => ["video/" + Id],
    };

    /// <summary>ffmpeg's reader. It is forced, so that a file cannot pass for a playlist that opens others.</summary>
    internal string Demuxer { get; }

    /// <summary>ffmpeg's writer.</summary>
    internal string Muxer { get; }

    /// <summary>ffmpeg's codec with its quality.</summary>
    internal ImmutableArray<string> Encoder { get; }

    /// <summary>ffmpeg's codec for redacted sound.</summary>
    internal ImmutableArray<string> SoundEncoder { get; }

    /// <inheritdoc/>
    /// <remarks>12 bytes suffice.</remarks>
    public bool Recognises(ReadOnlySpan<byte> head, string name) => Demuxer == "mov"
        ? head.Length >= 8
            && (head[4..8].SequenceEqual("ftyp"u8) || head[4..8].SequenceEqual("moov"u8) || head[4..8].SequenceEqual("mdat"u8)
                || head[4..8].SequenceEqual("wide"u8))
        : head.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3]);

    /// <summary>Returns <see cref="Id"/>.</summary>
    public override string ToString() => Id;
}
