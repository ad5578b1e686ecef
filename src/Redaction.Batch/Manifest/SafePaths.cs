using System.Collections.Concurrent;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Field paths as they may be written down: keys of a document can hold personal data themselves, so a path is redacted like any
/// text. What became of one is kept for the items that follow: files of one kind have the same paths.</summary>
/// <remarks>Thread-safe; one instance serves a run.</remarks>
internal sealed class SafePaths(TextRedactor redactor)
{
    private const int MostRemembered = 1024;
    private readonly ConcurrentDictionary<string, string> _safe = new(StringComparer.Ordinal);
    private int _count;

    public string? Of(string? path)
    {
        if (path is null) return null;
        if (_safe.TryGetValue(path, out var safe)) return safe;
        safe = redactor.Redact(path);
        if (Interlocked.Increment(ref _count) > MostRemembered)
        {
            _safe.Clear();
            Volatile.Write(ref _count, 1);
        }
        return _safe[path] = safe;
    }
}
