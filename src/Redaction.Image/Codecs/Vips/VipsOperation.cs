using static Redaction.Image.VipsNative;

namespace Redaction.Image;

/// <summary>One call of a libvips operation: set its arguments, build it, take its result.</summary>
internal sealed unsafe class VipsOperation : IDisposable
{
    private nint _handle;

    public VipsOperation(string name)
    {
        _handle = NewOperation(name);
        if (_handle == 0) throw VipsImage.Failure();
    }

    public VipsOperation With(string argument, string value)
    {
        if (SetArgument(_handle, argument, value) != 0) throw VipsImage.Failure();
        return this;
    }

    public VipsOperation With(string argument, int value) =>
        With(argument, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public VipsOperation With(string argument, VipsImage image)
    {
        GValue value = default;
        InitValue(&value, ImageType());
        SetObject(&value, image.Handle);
        SetProperty(_handle, argument, &value);
        UnsetValue(&value);
        return this;
    }

    /// <summary>Hands over bytes that must stay where they are until the results are disposed of.</summary>
    public VipsOperation With(string argument, byte* data, int length)
    {
        var blob = NewBlob(0, data, (nuint)length);
        GValue value = default;
        InitValue(&value, BlobType());
        SetBoxed(&value, blob);
        SetProperty(_handle, argument, &value);
        UnsetValue(&value);
        UnrefArea(blob);
        return this;
    }

    public VipsImage Image()
    {
        Build();
        GValue value = default;
        InitValue(&value, ImageType());
        GetProperty(_handle, "out", &value);
        var image = DuplicateObject(&value);
        UnsetValue(&value);
        return new VipsImage(image);
    }

    public void WriteTo(Stream output)
    {
        Build();
        GValue value = default;
        InitValue(&value, BlobType());
        GetProperty(_handle, "buffer", &value);
        try
        {
            var data = GetBlob(GetBoxed(&value), out var length);
            if (data is null) throw VipsImage.Failure();
            output.Write(new ReadOnlySpan<byte>(data, checked((int)length)));
        }
        finally
        {
            UnsetValue(&value);
        }
    }

    public void Dispose()
    {
        if (_handle == 0) return;
        UnrefOutputs(_handle);
        Unref(_handle);
        _handle = 0;
    }

    private void Build()
    {
        var built = VipsNative.Build(_handle);
        if (built == 0) throw VipsImage.Failure();
        Unref(_handle);
        _handle = built;
    }
}
