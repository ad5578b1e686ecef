using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Redaction.Text.Names;

/// <summary>Reads a binary file of the model, little endian (FORMAT.md, 5).</summary>
internal ref struct AssetReader
{
    private readonly string _model;
    private ReadOnlySpan<byte> _rest;

    /// <exception cref="RedactionException">The file begins with another mark or version.</exception>
    public AssetReader(string model, ReadOnlySpan<byte> content, ReadOnlySpan<byte> magic)
    {
        _model = model;
        _rest = content;
        if (!Take(4).SequenceEqual(magic) || Number() != 1) throw Broken();
    }

    public int Number() => checked((int)BinaryPrimitives.ReadUInt32LittleEndian(Take(4)));

    /// <summary>The next bytes as numbers; on a big-endian machine the model is refused.</summary>
    public ReadOnlySpan<T> Values<T>(int count) where T : unmanaged =>
        BitConverter.IsLittleEndian ? MemoryMarshal.Cast<byte, T>(Take(checked(count * Marshal.SizeOf<T>()))) : throw Broken();

    public readonly void End()
    {
        if (!_rest.IsEmpty) throw Broken();
    }

    public readonly RedactionException Broken() =>
        new(ErrorCodes.MissingDependency, _model, "A file of the model has another format than this version reads.");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _rest.Length) throw Broken();
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
