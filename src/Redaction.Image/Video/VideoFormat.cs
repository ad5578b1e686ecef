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

    private static readonly ImmutableArray<string> s_mpeg2 = ["-c:v", "mpeg2video", "-q:v", "2", "-pix_fmt", "yuv420p"];
    private static readonly ImmutableArray<string> s_mpeg4 = ["-c:v", "mpeg4", "-q:v", "2", "-pix_fmt", "yuv420p"];
    private static readonly ImmutableArray<string> s_wmv = ["-c:v", "wmv2", "-q:v", "2", "-pix_fmt", "yuv420p"];

    private static readonly ImmutableArray<string> s_mp2 = ["-c:a", "mp2", "-b:a", "192k"], s_wma = ["-c:a", "wmav2", "-b:a", "160k"];
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
        new("3gp", "mov", "3gp", s_h264, s_aac, ".3gp", ".3g2"),
        new("avi", "avi", "avi", s_mpeg4, s_mp2, ".avi"),
        new("flv", "flv", "flv", s_h264, s_aac, ".flv"),
        new("mkv", "matroska", "matroska", s_h264, s_aac, ".mkv"),
        new("mov", "mov", "mov", s_h264, s_aac, ".mov"),
        new("mp4", "mov", "mp4", s_h264, s_aac, ".mp4", ".m4v"),
        new("mpg", "mpeg", "mpeg", s_mpeg2, s_mp2, ".mpg", ".mpeg", ".vob"),
        new("ts", "mpegts", "mpegts", s_h264, s_aac, ".ts", ".mts", ".m2ts"),
        new("webm", "matroska", "webm", s_vp9, s_opus, ".webm"),
        new("wmv", "asf", "asf", s_wmv, s_wma, ".wmv", ".asf"),
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
        "3gp" => ["video/3gpp"],
        "avi" => ["video/x-msvideo"],
        "flv" => ["video/x-flv"],
        "mpg" => ["video/mpeg"],
        "ts" => ["video/mp2t"],
        "wmv" => ["video/x-ms-wmv"],
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
    /// <remarks>12 bytes suffice, but for transport streams, which have no name at their beginning.</remarks>
    public bool Recognises(ReadOnlySpan<byte> head, string name) => Demuxer switch
    {
        "mov" => head.Length >= 8
            && (head[4..8].SequenceEqual("ftyp"u8) || head[4..8].SequenceEqual("moov"u8) || head[4..8].SequenceEqual("mdat"u8)
                || head[4..8].SequenceEqual("wide"u8)),
        "avi" => head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("AVI "u8),
        "flv" => head.StartsWith("FLV\x01"u8),
        "mpeg" => head.StartsWith<byte>([0, 0, 1, 0xBA]),
        "mpegts" => IsTransportStream(head),
        "asf" => head.StartsWith<byte>([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]),
        _ => head.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3]),
    };

    /// <summary>Packets of 188 bytes that begin with their mark, with a time of four bytes before each on discs
    /// (ISO/IEC 13818-1, 2.4.3.2).</summary>
    private static bool IsTransportStream(ReadOnlySpan<byte> head)
    {
        const byte mark = 0x47;
        const int packet = 188, time = 4;
        if (head.Length <= 2 * (packet + time)) return false;
        return (head[0] == mark && head[packet] == mark && head[2 * packet] == mark)
            || (head[time] == mark && head[packet + 2 * time] == mark);
    }

    /// <summary>Returns <see cref="Id"/>.</summary>
    public override string ToString() => Id;
}
