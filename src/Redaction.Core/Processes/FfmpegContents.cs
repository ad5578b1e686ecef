namespace Redaction;

/// <summary>What a media file holds besides the streams that are written: it is left out, and told.</summary>
internal static class FfmpegContents
{
    private static readonly (string Mark, string Name)[] s_kinds = [("v", "pictures"), ("a", "sound"), ("s", "subtitles"), ("d", "data")];

    /// <summary>Counts of streams, chapters and kinds of metadata, by name; values are never looked at.</summary>
    /// <param name="program">The ffmpeg that is there.</param>
    /// <param name="demuxer">Its reader of the format.</param>
    /// <param name="file">The file.</param>
    /// <param name="written">How many streams of pictures and of sound are written.</param>
    /// <param name="ct">Stops ffmpeg.</param>
    public static SortedDictionary<string, long> Left(
        FfmpegProgram program, string demuxer, string file, (int Pictures, int Sound) written, CancellationToken ct)
    {
        var left = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var streams = Lines(program,
            ["-f", demuxer, "-i", "file:" + file, "-map", "0", "-c", "copy", "-f", "streamhash", "-hash", "adler32", "pipe:1"], ct);
        foreach (var (mark, name) in s_kinds)
        {
            var count = streams.Count(s => s.Contains($",{mark},", StringComparison.Ordinal))
                - (mark == "v" ? written.Pictures : mark == "a" ? written.Sound : 0);
            if (count > 0) left[name] = count;
        }
        foreach (var line in Lines(program, ["-f", demuxer, "-i", "file:" + file, "-f", "ffmetadata", "pipe:1"], ct))
        {
            if (line == "[CHAPTER]") left["chapters"] = left.GetValueOrDefault("chapters") + 1;
            else if (line.Contains('=') && !IsTechnical(line)) left["metadata"] = 1;
        }
        return left;
    }

    private static bool IsTechnical(string line) => line.StartsWith("encoder=", StringComparison.Ordinal)
        || line.StartsWith("major_brand=", StringComparison.Ordinal) || line.StartsWith("minor_version=", StringComparison.Ordinal)
        || line.StartsWith("compatible_brands=", StringComparison.Ordinal) || line.StartsWith("TIMEBASE=", StringComparison.Ordinal)
        || line.StartsWith("START=", StringComparison.Ordinal) || line.StartsWith("END=", StringComparison.Ordinal);

    /// <summary>What ffmpeg tells; nothing where it cannot: the work itself says what is wrong with the file.</summary>
    private static List<string> Lines(FfmpegProgram program, IEnumerable<string> arguments, CancellationToken ct)
    {
        var lines = new List<string>();
        try
        {
            using var process = program.Read(arguments, ct);
            using var reader = new StreamReader(process.Output);
            while (reader.ReadLine() is { } line) lines.Add(line);
            process.Finish();
        }
        catch (RedactionException)
        {
            // streams that cannot be copied
        }
        return lines;
    }
}
