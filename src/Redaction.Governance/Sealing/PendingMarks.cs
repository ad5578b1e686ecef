namespace Redaction.Governance;

/// <summary>References of the identifiers that stand within values, on their way into a store.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PendingMarks(Safe safe)
{
    private const int Most = 16_384;
    private readonly Lock _lock = new();
    private readonly HashSet<(string Mark, string Identity)> _pending = [];
    private readonly HashSet<(string Mark, string Identity)> _known = [];

    public void Add(string mark, string identity)
    {
        lock (_lock)
            if (!_known.Contains((mark, identity))) _pending.Add((mark, identity));
    }

    /// <summary>Writes what is gathered, in a writing of the safe.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            if (_pending.Count == 0) return;
            safe.Write(() =>
            {
                foreach (var (mark, identity) in _pending) Write(mark, identity);
            });
            if (_known.Count >= Most) _known.Clear();
            _known.UnionWith(_pending);
            _pending.Clear();
        }
    }

    private void Write(string mark, string identity)
    {
        if (safe.File.All("SELECT 1 FROM marks WHERE mark = $1 AND identity = $2", static _ => true, mark, identity).Count > 0) return;
        safe.File.Run("INSERT INTO marks (mark, identity) VALUES ($1, $2)", mark, identity);
        safe.Sums.Add(SafeTable.Marks, mark, identity);
    }
}
