using System.Collections.Immutable;
using System.Diagnostics;

namespace Redaction;

/// <summary>One running program that answers line by line. What it tells on standard error is not kept.</summary>
internal sealed class PluginProcess : IDisposable
{
    private const int MostAnswer = 64 * 1024 * 1024;
    private static readonly byte[] s_end = [(byte)'\n'];
    private readonly Process _process;
    private readonly string _plugin;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start, _end;

    /// <exception cref="RedactionException">It cannot be started.</exception>
    public PluginProcess(string plugin, ImmutableArray<string> words, string? folder)
    {
        _plugin = plugin;
        _process = UserProgram.Start(plugin, words, folder);
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
    }

    /// <summary>Sends a line and waits for the line that answers it.</summary>
    /// <exception cref="RedactionException">It has ended, wrote too much, or did not answer in time.</exception>
    public ReadOnlyMemory<byte> Ask(ReadOnlyMemory<byte> request, TimeSpan limit)
    {
        var answer = AskAsync(request);
        try
        {
            if (answer.Wait(limit)) return answer.Result;
        }
        catch (AggregateException e)
        {
            throw e.InnerException is RedactionException failure ? failure
                : Failed("It ended before it answered; run the command by hand.", e.InnerException!.GetType());
        }
        throw Failed("It did not answer in time: give it more 'seconds' in its manifest.");
    }

    /// <summary>Ends it, with all that it started.</summary>
    public void Dispose()
    {
        UserProgram.Kill(_process);
        _process.Dispose();
    }

    private async Task<ReadOnlyMemory<byte>> AskAsync(ReadOnlyMemory<byte> request)
    {
        var input = _process.StandardInput.BaseStream;
        await input.WriteAsync(request).ConfigureAwait(false);
        await input.WriteAsync(s_end).ConfigureAwait(false);
        await input.FlushAsync().ConfigureAwait(false);
        return await ReadLineAsync().ConfigureAwait(false);
    }

    private async Task<ReadOnlyMemory<byte>> ReadLineAsync()
    {
        using var line = new MemoryStream();
        while (true)
        {
            var at = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var length = at < 0 ? _end - _start : at;
            line.Write(_buffer, _start, length);
            if (line.Length > MostAnswer) throw Failed("It answered more than 64 MiB.");
            _start += length;
            if (at >= 0)
            {
                _start++;
                return line.ToArray();
            }
            (_start, _end) = (0, await _process.StandardOutput.BaseStream.ReadAsync(_buffer).ConfigureAwait(false));
            if (_end == 0) throw Failed("It ended before it answered; run the command by hand.");
        }
    }

    private RedactionException Failed(string advice, Type? cause = null) => new(ErrorCodes.ProgramFailed, _plugin, advice, cause);
}
