using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Redaction;

/// <summary>A program that reads a line of JSON for each text and answers with one; no shell reads its words. It is started at the first
/// text, once for each thread that asks at the same time, and goes on until this process ends.</summary>
/// <param name="plugin">Names it in failures.</param>
/// <param name="words">Its name or path, and its arguments.</param>
/// <param name="folder">Where it runs: the folder of its manifest.</param>
/// <param name="limit">How long it may take for a text.</param>
internal sealed class CommandPeer(string plugin, ImmutableArray<string> words, string? folder, TimeSpan limit) : IPluginPeer
{
    private readonly ConcurrentBag<PluginProcess> _idle = [];

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Ask(ReadOnlyMemory<byte> request)
    {
        if (!_idle.TryTake(out var process)) process = new(plugin, words, folder);
        try
        {
            var answer = process.Ask(request, limit);
            _idle.Add(process);
            return answer;
        }
        catch (RedactionException)
        {
            process.Dispose(); // its next line might be the answer to this text
            throw;
        }
    }
}
