using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>A model that several detectors use: loaded when the first needs it, unloaded when the last is done with it.</summary>
/// <remarks>Thread-safe. Models that are to run differently are loaded separately.</remarks>
/// <param name="load">Loads the model.</param>
internal sealed class SharedModel<T>(Func<OnnxOptions, T> load) where T : class, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<OnnxOptions, Entry> _entries = [];

    /// <summary>A share in the model; loads nothing yet.</summary>
    public Share Of(OnnxOptions? options) => new(this, options ?? OnnxOptions.Default);

    /// <summary>How many loaded models there are.</summary>
    internal int Loaded
    {
        get
        {
            lock (_lock) return _entries.Count;
        }
    }

    private T Take(OnnxOptions options)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(options, out var entry)) _entries[options] = entry = new(load(options));
            entry.Uses++;
            return entry.Model;
        }
    }

    private void GiveBack(OnnxOptions options)
    {
        lock (_lock)
        {
            var entry = _entries[options];
            if (--entry.Uses > 0) return;
            _entries.Remove(options);
            entry.Model.Dispose();
        }
    }

    /// <summary>One user's share; disposing of it gives the share back.</summary>
    internal sealed class Share : IDisposable
    {
        private readonly SharedModel<T> _owner;
        private readonly OnnxOptions _options;
        private T? _model;
        private object? _loading;
        private bool _isGivenBack;

        internal Share(SharedModel<T> owner, OnnxOptions options) => (_owner, _options) = (owner, options);

        /// <summary>The model, loaded if it is not yet.</summary>
        /// <exception cref="RedactionException">The model or ONNX Runtime is missing
        /// (<see cref="ErrorCodes.MissingDependency"/>).</exception>
        public T Value => LazyInitializer.EnsureInitialized(ref _model, ref _loading, () => _owner.Take(_options));

        public void Dispose()
        {
            if (!_isGivenBack && _model is not null) _owner.GiveBack(_options);
            _isGivenBack = true;
        }
    }

    private sealed class Entry(T model)
    {
        public T Model { get; } = model;

        public int Uses { get; set; }
    }
}
