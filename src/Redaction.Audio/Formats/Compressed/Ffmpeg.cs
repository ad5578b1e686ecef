using System.ComponentModel;
using System.Diagnostics;

namespace Redaction.Audio;

/// <summary>Runs the <c>ffmpeg</c> that is installed; none is shipped.</summary>
internal sealed class Ffmpeg
{
    private readonly string _program;

    private Ffmpeg(string program) => _program = program;

    /// <summary>The first <c>ffmpeg</c> on the path.</summary>
    /// <exception cref="RedactionException">There is none (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public static Ffmpeg Find()
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            var program = Path.Combine(folder, OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg");
            if (Path.IsPathFullyQualified(program) && File.Exists(program)) return new(program);
        }
        throw new RedactionException(ErrorCodes.MissingDependency, "ffmpeg", "Compressed recordings need ffmpeg on the path; or convert them to WAV first.");
    }

    /// <summary>Decodes a file to WAV (RF64 where it is large).</summary>
    public void Decode(CompressedAudio format, string input, string wav, int bits, CancellationToken ct) =>
        Run(["-f", format.Demuxer, "-i", "file:" + input, "-map", "0:a:0", "-map_metadata", "-1", "-c:a", bits > 16 ? "pcm_s24le" : "pcm_s16le", "-rf64", "auto", "-f", "wav", "file:" + wav], ct);

    /// <summary>Encodes a WAV file, without any metadata.</summary>
    public void Encode(CompressedAudio format, string wav, string output, int bits, CancellationToken ct)
    {
        string[] depth = format.IsLossless && bits > 16 ? ["-sample_fmt", "s32", "-bits_per_raw_sample", "24"] : [];
        Run(["-f", "wav", "-i", "file:" + wav, "-map", "0:a:0", "-map_metadata", "-1", .. format.Encoder, .. depth, .. s_exact, "-f", format.Muxer, "file:" + output], ct);
    }

    /// <summary>Copies the coded sound of a file as it is, without metadata, pictures and chapters.</summary>
    public void Copy(CompressedAudio format, string input, string output, CancellationToken ct) =>
        Run(["-f", format.Demuxer, "-i", "file:" + input, "-map", "0:a:0", "-map_metadata", "-1", "-map_chapters", "-1", "-c", "copy", .. s_exact, "-f", format.Muxer, "file:" + output], ct);

    private static readonly string[] s_exact = ["-fflags", "+bitexact", "-flags:a", "+bitexact"];

    private void Run(IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(_program) { RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        // Only local files, one thread, and any fault of the input ends it.
        foreach (var argument in (string[])["-nostdin", "-hide_banner", "-v", "error", "-xerror", "-threads", "1", "-protocol_whitelist", "file"]) start.ArgumentList.Add(argument);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            using var stop = ct.Register(static p => Kill((Process)p!), process);
            process.StandardInput.Close();
            while (process.StandardError.Read() >= 0) { } // it may quote the file's tags: nothing of it is kept
            process.WaitForExit();
            ct.ThrowIfCancellationRequested();
            if (process.ExitCode != 0) throw new RedactionException(ErrorCodes.Malformed, "ffmpeg", "ffmpeg cannot read or write the recording.");
        }
        catch (Win32Exception e)
        {
            throw new RedactionException(ErrorCodes.MissingDependency, "ffmpeg", "ffmpeg cannot be started.", cause: e.GetType());
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // it has ended by itself
        }
    }
}
