using System.ComponentModel;
using System.Diagnostics;

namespace Redaction;

/// <summary>The <c>ffmpeg</c> that is installed; none is shipped. It runs on one thread,
/// opens local files only and stops at any fault of the input.</summary>
internal sealed class FfmpegProgram
{
    private const string Component = "ffmpeg";
    private readonly string _program;

    private FfmpegProgram(string program) => _program = program;

    /// <summary>Arguments that keep the program's name, the time and random numbers out of what it writes.</summary>
    public static IReadOnlyList<string> Exact { get; } = ["-fflags", "+bitexact"];

    /// <summary>The first <c>ffmpeg</c> on the path.</summary>
    /// <param name="why">What the caller needs it for, as a sentence.</param>
    /// <exception cref="RedactionException">There is none (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public static FfmpegProgram Find(string why) => Find(why, Environment.GetEnvironmentVariable("PATH"));

    /// <exception cref="RedactionException">There is none (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public static FfmpegProgram Find(string why, string? path) => ProgramPath.Find(Component, path) is { } program
        ? new(program) : throw new RedactionException(ErrorCodes.MissingDependency, Component, why);

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="RedactionException">It cannot be started, or failed (<see cref="ErrorCodes.Malformed"/>).</exception>
    public void Run(IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Start(arguments, pipesIn: false, pipesOut: false, ct);
        process.Finish();
    }

    /// <summary>Starts it with what it writes to <c>pipe:1</c> as <see cref="FfmpegProcess.Output"/>.</summary>
    /// <exception cref="RedactionException">It cannot be started.</exception>
    public FfmpegProcess Read(IEnumerable<string> arguments, CancellationToken ct) => Start(arguments, pipesIn: false, pipesOut: true, ct);

    /// <summary>Starts it with what it reads from <c>pipe:0</c> as <see cref="FfmpegProcess.Input"/>.</summary>
    /// <exception cref="RedactionException">It cannot be started.</exception>
    public FfmpegProcess Write(IEnumerable<string> arguments, CancellationToken ct) => Start(arguments, pipesIn: true, pipesOut: false, ct);

    /// <summary>Starts it with both ends open: what it reads from <c>pipe:0</c> and what it writes to <c>pipe:1</c>.</summary>
    /// <exception cref="RedactionException">It cannot be started.</exception>
    public FfmpegProcess Filter(IEnumerable<string> arguments, CancellationToken ct) => Start(arguments, pipesIn: true, pipesOut: true, ct);

    private FfmpegProcess Start(IEnumerable<string> arguments, bool pipesIn, bool pipesOut, CancellationToken ct)
    {
        var start = new ProcessStartInfo(_program)
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput =
            pipesOut,
            UseShellExecute = false
        };
        foreach (var argument in (string[])["-hide_banner", "-v", "error", "-xerror", "-threads", "1", "-protocol_whitelist", "file,pipe"])
            start.ArgumentList.Add(argument);
        if (!pipesIn) start.ArgumentList.Add("-nostdin");
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            return new(Process.Start(start)!, pipesIn, ct);
        }
        catch (Win32Exception e)
        {
            throw new RedactionException(ErrorCodes.MissingDependency, Component, "ffmpeg cannot be started.", cause: e.GetType());
        }
    }
}
