namespace Redaction.Image;

/// <summary>Takes videos to frames and back.</summary>
internal sealed class VideoFfmpeg(VideoFormat format)
{
    private readonly FfmpegProgram _program = FfmpegProgram.Find("Videos need ffmpeg on the path.");

    /// <summary>Size and rate of the frames as they will be decoded.</summary>
    public VideoHeader Probe(string file, CancellationToken ct)
    {
        using var process = _program.Read([.. Input(file), "-frames:v", "1", "-strict", "-1", "-f", "yuv4mpegpipe", "pipe:1"], ct);
        return VideoHeader.Read(process.Output);
    }

    /// <summary>Frames as rows of red, green and blue, at a constant rate, upright.</summary>
    public FfmpegProcess Decode(string file, VideoHeader header, CancellationToken ct) => _program.Read(
        [
            .. Input(file), "-vf", ToneMap(file, header, ct) ?? $"scale=in_color_matrix={header.Matrix}", "-r", header.Rate,
            "-vsync", "cfr", "-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1",
        ], ct);

    /// <summary>The filter that brings a film of high dynamic range (PQ or HLG, ITU-R BT.2100) to the range that is written; null for
    /// others. Its numbers under the name of another transfer would show wrongly.</summary>
    /// <exception cref="RedactionException">The film is of high dynamic range and this ffmpeg cannot bring it down
    /// (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    private string? ToneMap(string file, VideoHeader header, CancellationToken ct)
    {
        if (Transfer(file, ct) is not { } transfer) return null;
        var filter = $"zscale=tin={transfer}:pin=2020:min=2020_ncl:t=linear:npl=100,format=gbrpf32le,zscale=p=709,tonemap=hable:desat=0,"
            + $"zscale=t=709:m={(header.Matrix == "bt709" ? "709" : "170m")}:r=tv,format=yuv420p,scale=in_color_matrix={header.Matrix}";
        try
        {
            _program.Run([.. Input(file), "-frames:v", "1", "-vf", filter, "-f", "null", "-"], ct);
        }
        catch (RedactionException)
        {
            throw new RedactionException(ErrorCodes.MissingDependency, "video",
                "Films of high dynamic range need an ffmpeg that has zscale (libzimg); or convert the film to SDR first.");
        }
        return filter;
    }

    /// <summary>PQ or HLG by zscale's name, null when the film has neither. Matroska tells it in an element of its own
    /// (RFC 9559, 5.1.4.1.28.27).</summary>
    private string? Transfer(string file, CancellationToken ct)
    {
        const int header = 4096;
        using var process = _program.Read([.. Input(file), "-frames:v", "1", "-c:v", "ffv1", "-f", "matroska", "pipe:1"], ct);
        var beginning = new byte[header];
        var told = beginning.AsSpan(0, process.Output.ReadAtLeast(beginning, header, throwOnEndOfStream: false));
        return told.IndexOf<byte>([0x55, 0xBA, 0x81, 16]) >= 0 ? "smpte2084"
            : told.IndexOf<byte>([0x55, 0xBA, 0x81, 18]) >= 0 ? "arib-std-b67" : null;
    }

    /// <summary>Whether a file has a sound track.</summary>
    public bool HasSound(string file, CancellationToken ct)
    {
        using var process = _program.Read(
            ["-f", format.Demuxer, "-i", "file:" + file, "-map", "0:v:0", "-map", "0:a:0?", "-c", "copy", "-f", "streamhash", "-hash",
                "md5", "pipe:1"], ct);
        using var streams = new StreamReader(process.Output); // a line a stream: its number, its kind, its hash
        var found = streams.ReadToEnd().Contains(",a,", StringComparison.Ordinal);
        process.Finish();
        return found;
    }

    /// <summary>What is in a file besides the picture and the sound that are written.</summary>
    public SortedDictionary<string, long> Left(string file, int sound, CancellationToken ct) =>
        FfmpegContents.Left(_program, format.Demuxer, file, (1, sound), ct);

    /// <summary>Writes the first sound track as WAV of 16 bits, with silence where it starts after the picture or has gaps.</summary>
    public void ExtractSound(string file, string wav, CancellationToken ct) =>
        _program.Run(
            ["-f", format.Demuxer, "-i", "file:" + file, "-map", "0:a:0", "-map_metadata", "-1", "-af", "aresample=async=1:first_pts=0",
            "-c:a", "pcm_s16le", "-rf64", "auto", "-f", "wav", "file:" + wav], ct);

    /// <summary>Encodes frames, without any metadata.</summary>
    /// <param name="file">To write.</param>
    /// <param name="header">Of the frames.</param>
    /// <param name="sound">A video whose sound is copied, or a WAV file that is encoded; null for none.</param>
    /// <param name="encodesSound">Whether it is a WAV file.</param>
    /// <param name="ct">Stops ffmpeg.</param>
    public FfmpegProcess Encode(string file, VideoHeader header, string? sound, bool encodesSound, CancellationToken ct)
    {
        string[] from = sound is null ? [] : ["-f", encodesSound ? "wav" : format.Demuxer, "-i", "file:" + sound];
        string[] codec = encodesSound ? [.. format.SoundEncoder] : ["-c:a", "copy"];
        string[] map = sound is null ? ["-map", "0:v:0"]
            : ["-map", "0:v:0", "-map", "1:a?", .. codec, "-map_metadata:s:a", "-1", "-flags:a", "+bitexact"];
        // Even sizes, as 4:2:0 has them; the colours as they were taken apart, and named.
        var filter = $"pad=ceil(iw/2)*2:ceil(ih/2)*2,scale=out_color_matrix={header.Matrix}:out_range=tv"
            + (header.PixelAspect is null ? "" : $",setsar={header.PixelAspect}");
        return _program.Write(
        [
            "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", $"{header.Width}x{header.Height}", "-r", header.Rate, "-i", "pipe:0", .. from,
            .. map,
            "-map_metadata", "-1", "-map_chapters", "-1", "-vf", filter, "-colorspace", header.Matrix, "-color_primaries", header.Matrix,
            "-color_trc", header.Matrix, "-color_range", "tv",
            "-threads", "1", .. format.Encoder, .. FfmpegProgram.Exact, "-flags:v", "+bitexact", "-f", format.Muxer, "file:" + file,
        ], ct);
    }

    private string[] Input(string file) => ["-f", format.Demuxer, "-i", "file:" + file, "-map", "0:v:0", "-an", "-sn", "-dn"];
}
