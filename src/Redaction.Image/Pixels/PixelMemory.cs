namespace Redaction.Image;

/// <summary>Memory for the pixels of one image after the other: photographs of a folder mostly have one size, and large arrays that no one
/// holds stay until the garbage collector looks at all of the heap.</summary>
/// <remarks>Thread-safe. Keeps a few arrays at most; what they held is cleared.</remarks>
internal sealed class PixelMemory
{
    private const int Most = 2;            // arrays that are kept
    private const int MostBytes = 1 << 25; // of one that is
    private readonly Lock _lock = new();
    private readonly Queue<byte[]> _free = new();

    /// <summary>That of all images.</summary>
    public static PixelMemory Shared { get; } = new();

    /// <summary>An array of exactly so many bytes; what is in it is undefined.</summary>
    public byte[] Rent(int length)
    {
        lock (_lock)
        {
            for (var i = _free.Count; i > 0; i--)
            {
                var array = _free.Dequeue();
                if (array.Length == length) return array;
                _free.Enqueue(array);
            }
        }
        return GC.AllocateUninitializedArray<byte>(length);
    }

    /// <summary>Takes an array back, in place of the one that it was given first where there are too many.</summary>
    public void Return(byte[] array)
    {
        if (array.Length is 0 or > MostBytes) return;
        array.AsSpan().Clear();
        lock (_lock)
        {
            if (_free.Contains(array)) return;
            _free.Enqueue(array);
            if (_free.Count > Most) _free.Dequeue();
        }
    }
}
