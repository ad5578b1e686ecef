namespace Redaction;

/// <summary>A read-only view of what is about to be painted over: rows of pixels, or one row of frames of a recording.</summary>
public readonly ref struct OriginalRegion
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _stride;

    /// <summary>Views a region without copying it.</summary>
    /// <param name="bytes">From the first byte of the region to its last; bytes between its rows may lie among them.</param>
    /// <param name="stride">Bytes from the beginning of a row to that of the next.</param>
    /// <param name="x">First column, or first frame.</param>
    /// <param name="y">First row.</param>
    /// <param name="width">Number of columns, or of frames.</param>
    /// <param name="height">Number of rows; 1 for recordings.</param>
    /// <param name="unitSize">Bytes of a pixel or frame.</param>
    /// <exception cref="ArgumentException">The sizes do not fit the number of bytes.</exception>
    public OriginalRegion(ReadOnlySpan<byte> bytes, int stride, long x, int y, int width, int height, int unitSize)
    {
        if (width < 0 || height < 0 || unitSize < 1 || (height > 0 && bytes.Length < (long)stride * (height - 1) + (long)width * unitSize))
            throw new ArgumentException("The sizes do not fit the number of bytes.", nameof(bytes));
        _bytes = bytes;
        _stride = stride;
        (X, Y, Width, Height, UnitSize) = (x, y, width, height, unitSize);
    }

    /// <summary>First column of the image, or first frame of the recording.</summary>
    public long X { get; }

    /// <summary>First row of the image; 0 for recordings.</summary>
    public int Y { get; }

    /// <summary>Number of columns, or of frames.</summary>
    public int Width { get; }

    /// <summary>Number of rows; 1 for recordings.</summary>
    public int Height { get; }

    /// <summary>Bytes of a pixel or frame.</summary>
    public int UnitSize { get; }

    /// <summary>The bytes of a row of the region, counted from its first.</summary>
    public ReadOnlySpan<byte> Row(int row) => _bytes.Slice(row * _stride, Width * UnitSize);

    /// <summary>A copy of the rows, one after the other.</summary>
    public byte[] ToArray()
    {
        var copy = new byte[Height * Width * UnitSize];
        for (var row = 0; row < Height; row++) Row(row).CopyTo(copy.AsSpan(row * Width * UnitSize));
        return copy;
    }

    /// <summary>Returns the size only.</summary>
    public override string ToString() => $"OriginalRegion({Width} x {Height})";
}
