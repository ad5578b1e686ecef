using System.Buffers.Binary;

namespace Redaction.Image;

/// <summary>The directories of a TIFF structure, as in TIFF files and EXIF blocks: which tags there are, not what they hold.</summary>
internal sealed class TiffTags
{
    private const int MaxDirectories = 64;
    private const ushort NewSubfileType = 254, Reduced = 1;
    private const ushort StripOffsets = 273, StripByteCounts = 279, TileOffsets = 324, TileByteCounts = 325;
    private readonly HashSet<ushort> _tags = [];
    private readonly bool _bigEndian;

    public TiffTags(ReadOnlySpan<byte> data)
    {
        if (data.Length < 8) return;
        _bigEndian = data[0] == 'M';
        if (UInt16(data, 2) != 42) { IsReadable = UInt16(data, 2) == 43; return; } // BigTIFF is left to the decoder
        IsReadable = true;
        var offset = UInt32(data, 4);
        for (; offset != 0 && Directories < MaxDirectories && IsReadable; Directories++) offset = ReadDirectory(data, offset);
    }

    /// <summary>True when all directories lie within the data.</summary>
    public bool IsReadable { get; private set; }

    /// <summary>Number of directories in the chain.</summary>
    public int Directories { get; private set; }

    /// <summary>Whether a directory is a copy of another in fewer pixels (TIFF 6.0, NewSubfileType).</summary>
    public bool HasReduced { get; private set; }

    /// <summary>Where the last strip or tile of the first directory ends.</summary>
    public long DataEnd { get; private set; }

    public bool Has(ushort tag) => _tags.Contains(tag);

    private uint ReadDirectory(ReadOnlySpan<byte> data, uint offset)
    {
        if (offset > data.Length - 2L) { IsReadable = false; return 0; }
        int count = UInt16(data, (int)offset), start = (int)offset + 2;
        if (start + count * 12L + 4 > data.Length) { IsReadable = false; return 0; }
        long strips = 0, sizes = 0;
        for (var i = 0; i < count; i++)
        {
            var entry = data.Slice(start + i * 12, 12);
            var tag = UInt16(entry, 0);
            _tags.Add(tag);
            if (tag is NewSubfileType) HasReduced |= (Last(data, entry) & Reduced) != 0;
            if (tag is StripOffsets or TileOffsets) strips = Last(data, entry);
            if (tag is StripByteCounts or TileByteCounts) sizes = Last(data, entry);
        }
        if (strips > 0) DataEnd = Math.Max(DataEnd, strips + sizes);
        return UInt32(data, start + count * 12);
    }

    /// <summary>The last of an entry's values, which are 16 or 32 bits wide.</summary>
    private long Last(ReadOnlySpan<byte> data, ReadOnlySpan<byte> entry)
    {
        long count = UInt32(entry, 4), size = UInt16(entry, 2) == 3 ? 2 : 4;
        if (count == 0) return 0;
        if (count * size <= 4) return size == 2 ? UInt16(entry, 8 + (int)(count - 1) * 2) : UInt32(entry, 8);
        var place = UInt32(entry, 8) + (count - 1) * size;
        if (place + size > data.Length) return long.MaxValue / 2;
        return size == 2 ? UInt16(data, (int)place) : UInt32(data, (int)place);
    }

    private ushort UInt16(ReadOnlySpan<byte> data, int at) =>
        _bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(data[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(data[at..]);

    private uint UInt32(ReadOnlySpan<byte> data, int at) =>
        _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(data[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(data[at..]);
}
