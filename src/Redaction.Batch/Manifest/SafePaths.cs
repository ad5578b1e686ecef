using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Field paths as they may be written down: keys of a document can hold personal data themselves, so a path is redacted like any
/// text.</summary>
/// <remarks>One instance belongs to one item.</remarks>
internal sealed class SafePaths(TextRedactor redactor)
{
    private const int MostRemembered = 1024;
    private readonly Dictionary<string, string> _safe = new(StringComparer.Ordinal);

    public string? Of(string? path)
    {
        if (path is null) return null;
        if (_safe.TryGetValue(path, out var safe)) return safe;
        if (_safe.Count >= MostRemembered) _safe.Clear();
        return _safe[path] = redactor.Redact(path);
    }
}
