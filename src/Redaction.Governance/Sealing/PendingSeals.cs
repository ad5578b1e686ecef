using System.Security.Cryptography;

namespace Redaction.Governance;

/// <summary>Values on their way into a store: written at once, or gathered and written together.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PendingSeals(SealStore store) : IDisposable
{
    private const int MostValues = 2048;
    private const int MostBytes = 8 * 1024 * 1024;
    private const int MostKnown = 32_768; // some 3 MB
    private readonly Lock _lock = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PendingSeal> _pending = new(StringComparer.Ordinal);
    private int _bytes;
    private int _deferring;

    /// <summary>True when the token was seen of late, so that its value need not come again.</summary>
    public bool IsKnown(string token)
    {
        lock (_lock) return _known.Contains(token) || _pending.ContainsKey(token);
    }

    public void Add(PendingSeal seal)
    {
        lock (_lock)
        {
            if (_pending.TryAdd(seal.Token, seal)) _bytes += seal.Content.Length;
            if (_deferring == 0 || _pending.Count >= MostValues || _bytes >= MostBytes) store.Flush();
        }
    }

    public void Flush()
    {
        lock (_lock)
        {
            if (_pending.Count == 0) return;
            try
            {
                store.Write(_pending.Values);
            }
            catch when (_deferring == 0)
            {
                Clear(); // its token is not given out
                throw;
            }
            if (_known.Count >= MostKnown) _known.Clear();
            _known.UnionWith(_pending.Keys);
            Clear();
        }
    }

    public IDisposable Defer()
    {
        lock (_lock) _deferring++;
        return new Deferring(this);
    }

    public void Dispose()
    {
        lock (_lock) Clear();
    }

    private void Clear()
    {
        foreach (var seal in _pending.Values) CryptographicOperations.ZeroMemory(seal.Content);
        _pending.Clear();
        _bytes = 0;
    }

    private void End()
    {
        lock (_lock)
        {
            _deferring--;
            store.Flush();
        }
    }

    private sealed class Deferring(PendingSeals owner) : IDisposable
    {
        private bool _isOver;

        public void Dispose()
        {
            if (_isOver) return;
            _isOver = true;
            owner.End();
        }
    }
}
