using System.ComponentModel;
using System.Diagnostics;

namespace Redaction;

/// <summary>A program that the user names; no shell reads its words. What it tells on standard error is not kept.</summary>
/// <param name="component">Names it in failures.</param>
/// <param name="words">Its name or path, and its arguments.</param>
/// <param name="limit">How long it may run.</param>
internal sealed class UserProgram(string component, IReadOnlyList<string> words, TimeSpan limit)
{
    private const int MostOutput = 256 * 1024 * 1024;
    private static readonly TimeSpan s_afterwards = TimeSpan.FromSeconds(10);

    /// <summary>Runs it to its end and gives what it wrote to standard output.</summary>
    /// <param name="ct">Stops it, with all that it started.</param>
    /// <exception cref="RedactionException">It cannot be started (<see cref="ErrorCodes.MissingDependency"/>), did not end in time,
    /// told more than 256 MiB, or ended with another status than 0 (<see cref="ErrorCodes.ProgramFailed"/>).</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public byte[] Run(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var process = Start(component, words);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            ends.CancelAfter(limit);
            process.StandardInput.Close();
            var told = ReadAsync(process.StandardOutput.BaseStream, ends.Token);
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, ends.Token);
            process.WaitForExitAsync(ends.Token).GetAwaiter().GetResult();
            ends.CancelAfter(s_afterwards); // what it started may hold its output open for ever
            var output = told.GetAwaiter().GetResult();
            errors.GetAwaiter().GetResult();
            return process.ExitCode == 0 ? output : throw Failed($"It ended with status {process.ExitCode}; run the command by hand.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Failed("It did not end in time: give it more minutes, or cut the recording.");
        }
        finally
        {
            Kill(process);
        }
    }

    private async Task<byte[]> ReadAsync(Stream output, CancellationToken ct)
    {
        using var told = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await output.ReadAsync(buffer, ct).ConfigureAwait(false) is var count and > 0)
        {
            told.Write(buffer, 0, count);
            if (told.Length > MostOutput) throw Failed("It wrote more than 256 MiB.");
        }
        return told.ToArray();
    }

    /// <summary>Starts a program with its three streams open to this process.</summary>
    /// <param name="component">Names it in failures.</param>
    /// <param name="words">Its name or path, and its arguments.</param>
    /// <param name="folder">Where it runs; null: where this process does.</param>
    /// <exception cref="RedactionException">It cannot be started (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public static Process Start(string component, IReadOnlyList<string> words, string? folder = null)
    {
        var start = new ProcessStartInfo(words[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder ?? "",
        };
        foreach (var word in words.Skip(1)) start.ArgumentList.Add(word);
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new RedactionException(ErrorCodes.MissingDependency, component,
                "The program cannot be started: install it, or give its whole path.", cause: e.GetType());
        }
    }

    private RedactionException Failed(string hint) => new(ErrorCodes.ProgramFailed, component, hint);

    /// <summary>Ends a program with all that it started.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // it has ended by itself
        }
    }
}
