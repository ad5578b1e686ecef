namespace Redaction.Audio;

/// <summary>Takes compressed recordings to WAV and back.</summary>
internal sealed class AudioFfmpeg
{
    private static readonly string[] s_exact = [.. FfmpegProgram.Exact, "-flags:a", "+bitexact"];
    private readonly FfmpegProgram _program =
        FfmpegProgram.Find("Compressed recordings need ffmpeg on the path; or convert them to WAV first.");

    /// <summary>Decodes a file to WAV (RF64 where it is large).</summary>
    public void Decode(CompressedAudio format, string input, string wav, int bits, CancellationToken ct) =>
        _program.Run(
            ["-f", format.Demuxer, "-i", "file:" + input, "-map", "0:a:0", "-map_metadata", "-1", "-c:a",
                bits > 16 ? "pcm_s24le" : "pcm_s16le", "-rf64", "auto", "-f", "wav", "file:" + wav], ct);

    /// <summary>What is in a file besides the sound that is written.</summary>
    public SortedDictionary<string, long> Left(CompressedAudio format, string input, CancellationToken ct) =>
        FfmpegContents.Left(_program, format.Demuxer, input, (0, 1), ct);

    /// <summary>Encodes a WAV file, without any metadata.</summary>
    public void Encode(CompressedAudio format, string wav, string output, int bits, CancellationToken ct)
    {
        string[] depth = format.IsLossless && bits > 16 ? ["-sample_fmt", "s32", "-bits_per_raw_sample", "24"] : [];
        try
        {
            _program.Run(
                ["-f", "wav", "-i", "file:" + wav, "-map", "0:a:0", "-map_metadata", "-1", .. format.Encoder, .. depth, .. s_exact, "-f",
                    format.Muxer, "file:" + output], ct);
        }
        catch (RedactionException e) when (e.Code == ErrorCodes.Malformed) // the WAV file was written here and is none of the causes
        {
            throw new RedactionException(ErrorCodes.MissingDependency, "ffmpeg",
                $"This ffmpeg cannot write {format.Extension}: it lacks the encoder {format.Encoder[1]}. Convert the recording to WAV.");
        }
    }

    /// <summary>Copies the coded sound of a file as it is, without metadata, pictures and chapters.</summary>
    public void Copy(CompressedAudio format, string input, string output, CancellationToken ct) =>
        _program.Run(
            ["-f", format.Demuxer, "-i", "file:" + input, "-map", "0:a:0", "-map_metadata", "-1", "-map_chapters", "-1", "-c", "copy",
                .. s_exact, "-f", format.Muxer, "file:" + output], ct);
}
