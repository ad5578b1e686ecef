using System.Runtime.InteropServices;
using static Redaction.Image.VipsNative;

namespace Redaction.Image;

/// <summary>A reference to a libvips image; pixels are computed when they are asked for.</summary>
internal sealed unsafe class VipsImage(nint handle) : IDisposable
{
    public const int UnsignedChar = 0;
    private const int PieceBytes = 1 << 18;
    private nint _handle = handle != 0 ? handle : throw Failure();

    public nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(VipsImage));
    public int Width => VipsNative.Width(Handle);
    public int Height => VipsNative.Height(Handle);
    public int Bands => VipsNative.Bands(Handle);
    public bool HasAlpha => VipsNative.HasAlpha(Handle) != 0;
    public int Interpretation => VipsNative.Interpretation(Handle);
    public int Format => VipsNative.Format(Handle);
    public int PageHeight => VipsNative.PageHeight(Handle);
    public int PageCount => VipsNative.PageCount(Handle);

    /// <summary>Views pixels that must stay where they are while the image lives.</summary>
    public static VipsImage Over(byte* pixels, long length, int width, int height, int channels, int format = UnsignedChar) =>
        new(NewFromMemory(pixels, (nuint)length, width, height, channels, format));

    /// <summary>All pixels computed, to be read more than once.</summary>
    public VipsImage InMemory() => new(CopyMemory(Handle));

    public bool Has(string field) => TypeOf(Handle, field) != 0;

    public int Integer(string field, int fallback) =>
        Has(field) && GetInteger(Handle, field, out var value) == 0 ? value : fallback;

    public string? Text(string field) =>
        Has(field) && GetString(Handle, field, out var value) == 0 ? Marshal.PtrToStringUTF8((nint)value) : null;

    public ReadOnlySpan<byte> Blob(string field) =>
        Has(field) && GetBlobField(Handle, field, out var data, out var length) == 0 ? new(data, checked((int)length)) : default;

    public ReadOnlySpan<int> Integers(string field) =>
        Has(field) && GetIntegers(Handle, field, out var values, out var count) == 0 ? new(values, count) : default;

    public void Set(string field, int value) => SetInteger(Handle, field, value);

    public void Set(string field, ReadOnlySpan<int> values)
    {
        fixed (int* pointer = values) SetIntegers(Handle, field, pointer, values.Length);
    }

    public void Set(string field, ReadOnlySpan<byte> blob)
    {
        fixed (byte* pointer = blob) SetBlobField(Handle, field, pointer, (nuint)blob.Length);
    }

    /// <summary>Computes all pixels, some rows at a time from the top, and copies them to <paramref name="target"/>,
    /// which they must fill.</summary>
    public void CopyTo(Span<byte> target)
    {
        var region = NewRegion(Handle);
        if (region == 0) throw Failure();
        try
        {
            var rows = Math.Max(1, PieceBytes / Math.Max(1, target.Length / Height));
            for (var row = 0; row < Height; row += rows)
            {
                var piece = Fetch(region, 0, row, Width, Math.Min(rows, Height - row), out var length);
                if (piece is null) throw Failure();
                try
                {
                    if (length > (nuint)target.Length) throw new VipsFailure();
                    new ReadOnlySpan<byte>(piece, (int)length).CopyTo(target);
                    target = target[(int)length..];
                }
                finally
                {
                    NativeMemory.Clear(piece, length);
                    Free(piece);
                }
            }
            if (!target.IsEmpty) throw new VipsFailure();
        }
        finally
        {
            Unref(region);
        }
    }

    public void Dispose()
    {
        if (_handle != 0) Unref(_handle);
        _handle = 0;
    }

    internal static VipsFailure Failure()
    {
        ClearErrors();
        return new VipsFailure();
    }
}
