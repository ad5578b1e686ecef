namespace Redaction.Image;

/// <summary>Arrays that models read and fill, of just the lengths that were asked for, for all threads together. The pool of .NET keeps
/// arrays for each thread, of powers of two: pictures pass through many threads, and each kept the planes of its largest.</summary>
/// <remarks>Thread-safe. As many arrays are kept as were in use at once; those of sizes that no longer come are let go.</remarks>
internal sealed class FloatPool
{
    private const int Least = 1 << 12;  // shorter arrays are not worth keeping
    private const int MostTimes = 4;    // an array is taken for one that is shorter by this factor at most
    private const long Patience = 256;  // arrays that are asked for until one that no one took is let go
    private readonly Lock _lock = new();
    private readonly List<(float[] Array, long Since)> _free = [];
    private long _asked;

    /// <summary>That of all models.</summary>
    public static FloatPool Shared { get; } = new();

    /// <summary>Numbers in all arrays that no one uses.</summary>
    internal long Kept
    {
        get
        {
            lock (_lock) return _free.Sum(static f => (long)f.Array.Length);
        }
    }

    /// <summary>An array of at least so many numbers; what is in it is undefined.</summary>
    public float[] Rent(int length)
    {
        if (length < Least) return new float[length];
        lock (_lock)
        {
            _asked++;
            var best = -1;
            for (var i = 0; i < _free.Count; i++)
            {
                var size = _free[i].Array.Length;
                if (size >= length && size / MostTimes <= length && (best < 0 || size < _free[best].Array.Length)) best = i;
            }
            if (best >= 0)
            {
                var array = _free[best].Array;
                _free.RemoveAt(best);
                return array;
            }
        }
        return GC.AllocateUninitializedArray<float>(length);
    }

    /// <summary>Takes an array back that holds nothing of a picture any more.</summary>
    public void Return(float[] array)
    {
        if (array.Length < Least) return;
        lock (_lock)
        {
            _free.RemoveAll(f => f.Since + Patience < _asked);
            _free.Add((array, _asked));
        }
    }
}
