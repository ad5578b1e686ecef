using System.Diagnostics;

namespace Redaction;

/// <summary>A running <c>ffmpeg</c>; disposing of it ends it.</summary>
internal sealed class FfmpegProcess : IDisposable
{
    private readonly Process _process;
    private readonly CancellationToken _ct;
    private readonly CancellationTokenRegistration _stop;
    private readonly Task _errors;

    internal FfmpegProcess(Process process, bool pipesIn, CancellationToken ct)
    {
        _process = process;
        _ct = ct;
        _stop = ct.Register(static p => Kill((Process)p!), process);
        // it may quote the file's tags: nothing of it is kept
        _errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        if (!pipesIn) process.StandardInput.Close();
    }

    /// <summary>What it writes.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>What it reads.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Tells it that there is no more to read.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Gives it all that it is to read; that it ended before is told by <see cref="Finish"/>.</summary>
    public void Feed(ReadOnlyMemory<byte> data)
    {
        try
        {
            Input.Write(data.Span);
            Input.Flush();
            CloseInput();
        }
        catch (IOException)
        {
            // it has ended by itself, which its exit code tells
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <exception cref="RedactionException">It failed (<see cref="ErrorCodes.Malformed"/>).</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Finish()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _ct.ThrowIfCancellationRequested();
        if (_process.ExitCode != 0) throw Failed();
    }

    /// <summary>The failure of a process that reads or writes no more.</summary>
    public static RedactionException Failed(Type? cause = null) =>
        new(ErrorCodes.Malformed, "ffmpeg", "ffmpeg cannot read or write the file.", cause);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        Kill(_process);
        _process.WaitForExit();
        _errors.Wait(CancellationToken.None);
        _process.Dispose();
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
