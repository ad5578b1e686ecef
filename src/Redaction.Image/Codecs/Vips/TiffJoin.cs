using System.Buffers.Binary;

namespace Redaction.Image;

/// <summary>Puts TIFF files of one page into one file: their bytes one after the other, every place moved by what stands before, each
/// directory followed by the next (TIFF 6.0, section 2).</summary>
internal sealed class TiffJoin : IDisposable
{
    private const int HeaderSize = 8, EntrySize = 12, InlineSize = 4;
    private const ushort Short = 3, Long = 4, StripOffsets = 273, TileOffsets = 324;

    private readonly MemoryStream _file = new();
    private int _next = HeaderSize - sizeof(uint); // where the place of the next directory goes

    /// <summary>Adds a file of one page, little-endian as libvips writes it.</summary>
    /// <exception cref="VipsFailure">It is none.</exception>
    public void Add(ReadOnlySpan<byte> page)
    {
        if (page.Length < HeaderSize || !page.StartsWith("II*\0"u8)) throw new VipsFailure();
        if (_file.Length == 0) _file.Write("II*\0\0\0\0\0"u8);
        if (_file.Length % 2 != 0) _file.WriteByte(0); // directories begin at even places
        var start = checked((int)_file.Length);
        var moved = new byte[page.Length + page.Length % 2];
        page.CopyTo(moved);
        var directory = checked((int)BinaryPrimitives.ReadUInt32LittleEndian(page[InlineSize..]));
        int entries = BinaryPrimitives.ReadUInt16LittleEndian(page[directory..]), first = directory + sizeof(ushort);
        var places = new List<byte>();
        for (var i = 0; i < entries; i++) Move(moved.AsSpan(first + i * EntrySize, EntrySize), page, start, places);
        moved.AsSpan(first + entries * EntrySize, sizeof(uint)).Clear();
        _file.Write(moved);
        _file.Write(places.ToArray());
        Set(_next, start + directory);
        _next = start + first + entries * EntrySize;
    }

    public void WriteTo(Stream output) => _file.WriteTo(output);

    public void Dispose() => _file.Dispose();

    private static void Move(Span<byte> entry, ReadOnlySpan<byte> page, int start, List<byte> places)
    {
        var (tag, type) = (BinaryPrimitives.ReadUInt16LittleEndian(entry), BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]));
        var count = checked((int)BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]));
        var size = (long)count * SizeOf(type);
        var value = entry[8..];
        if (tag is not (StripOffsets or TileOffsets))
        {
            if (size > InlineSize) Add(value, start);
            return;
        }
        if (type is not (Short or Long)) throw new VipsFailure();
        var stored = size > InlineSize ? page[checked((int)BinaryPrimitives.ReadUInt32LittleEndian(value))..] : value.ToArray();
        Span<byte> place = stackalloc byte[sizeof(uint)];
        var list = checked((uint)(start + page.Length + page.Length % 2 + places.Count));
        for (var i = 0; i < count; i++)
        {
            var from = type == Short ? BinaryPrimitives.ReadUInt16LittleEndian(stored[(i * 2)..])
                : BinaryPrimitives.ReadUInt32LittleEndian(stored[(i * 4)..]);
            BinaryPrimitives.WriteUInt32LittleEndian(place, checked(from + (uint)start));
            if (count > 1) places.AddRange(place);
        }
        BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], Long);
        if (count > 1) BinaryPrimitives.WriteUInt32LittleEndian(value, list);
        else place.CopyTo(value);
    }

    private static int SizeOf(ushort type) => type switch
    {
        1 or 2 or 6 or 7 => 1,
        Short or 8 => 2,
        Long or 9 or 11 => 4,
        5 or 10 or 12 => 8,
        _ => throw new VipsFailure(),
    };

    private static void Add(Span<byte> value, int start) =>
        BinaryPrimitives.WriteUInt32LittleEndian(value, checked(BinaryPrimitives.ReadUInt32LittleEndian(value) + (uint)start));

    private void Set(int at, int value)
    {
        _file.Position = at;
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)value);
        _file.Write(bytes);
        _file.Position = _file.Length;
    }
}
