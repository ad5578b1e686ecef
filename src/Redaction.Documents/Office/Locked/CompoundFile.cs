using System.Buffers.Binary;
using System.Text;

namespace Redaction.Documents.Office;

/// <summary>The streams of a compound file (MS-CFB), of which an encrypted document is one.</summary>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512, InHeader = 109, EntryLength = 128, MostEntries = 4096;
    private const uint LastSector = 0xFFFFFFFA; // what is greater ends a chain
    private readonly ReadOnlyMemory<byte> _file;
    private readonly int _sector, _small, _cutoff;
    private readonly List<uint> _next = [], _nextSmall = [];
    private readonly byte[] _directory, _smallSectors;

    private CompoundFile(ReadOnlyMemory<byte> file)
    {
        _file = file;
        var header = file.Span;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        var smallShift = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        if (shift is not (9 or 12) || smallShift != 6) throw Malformed();
        (_sector, _small, _cutoff) = (1 << shift, 1 << smallShift, (int)Number(56));
        foreach (var sector in TableSectors()) AddNumbers(Sector(sector).Span, _next);
        _directory = Chain(Number(48), int.MaxValue);
        AddNumbers(Chain(Number(60), int.MaxValue), _nextSmall);
        _smallSectors = Entry(0) is { } root ? Chain(root.Start, root.Length) : throw Malformed();
    }

    /// <summary>Reads the tables of a file.</summary>
    /// <exception cref="RedactionException">They are broken.</exception>
    public static CompoundFile Open(ReadOnlyMemory<byte> file) => file.Length < HeaderLength ? throw Malformed() : new(file);

    /// <summary>A stream by its name; null when there is none.</summary>
    public byte[]? Find(string name)
    {
        for (var i = 1; i < Math.Min(_directory.Length / EntryLength, MostEntries); i++)
            if (Entry(i) is { Name: var other } entry && other == name)
                return entry.Length < _cutoff ? Small(entry.Start, (int)entry.Length) : Chain(entry.Start, entry.Length);
        return null;
    }

    private (string Name, uint Start, long Length)? Entry(int index)
    {
        if ((index + 1) * EntryLength > _directory.Length) return null;
        var entry = _directory.AsSpan(index * EntryLength, EntryLength);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        if (length is < 2 or > 64 || entry[66] is not (2 or 5)) return null; // a stream or the root
        var size = BinaryPrimitives.ReadInt64LittleEndian(entry[120..]);
        if (_sector == HeaderLength) size &= uint.MaxValue;
        if (size < 0) throw Malformed();
        return (Encoding.Unicode.GetString(entry[..(length - 2)]), BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), size);
    }

    private uint Number(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_file.Span[at..]);

    /// <summary>The sectors of the table that chains sectors: 109 in the header, the others in a chain of their own.</summary>
    private IEnumerable<uint> TableSectors()
    {
        for (var i = 0; i < InHeader; i++)
            if (Number(76 + 4 * i) is var sector && sector < LastSector) yield return sector;
        var (next, left) = (Number(68), _file.Length / _sector);
        while (next < LastSector)
        {
            if (left-- < 0) throw Malformed();
            var numbers = new List<uint>();
            AddNumbers(Sector(next).Span, numbers);
            if (numbers.Count == 0) throw Malformed();
            foreach (var sector in numbers[..^1])
                if (sector < LastSector) yield return sector;
            next = numbers[^1];
        }
    }

    private ReadOnlyMemory<byte> Sector(uint number)
    {
        var start = (number + 1L) * _sector;
        return start >= _file.Length ? throw Malformed() : _file.Slice((int)start, (int)Math.Min(_sector, _file.Length - start));
    }

    private byte[] Chain(uint first, long length)
    {
        if (length < 0 || (length > _file.Length && length != int.MaxValue)) throw Malformed();
        using var content = new MemoryStream();
        for (var sector = first; sector < LastSector && content.Length < length;
            sector = sector < _next.Count ? _next[(int)sector] : throw Malformed())
        {
            if (content.Length > _file.Length) throw Malformed(); // a ring
            content.Write(Sector(sector).Span);
        }
        return length == int.MaxValue ? content.ToArray() : Cut(content, length);
    }

    private byte[] Small(uint first, int length)
    {
        using var content = new MemoryStream();
        for (var sector = first; sector < LastSector && content.Length < length;
            sector = sector < _nextSmall.Count ? _nextSmall[(int)sector] : throw Malformed())
        {
            var start = (long)sector * _small;
            if (start + _small > _smallSectors.Length) throw Malformed();
            content.Write(_smallSectors, (int)start, _small);
        }
        return Cut(content, length);
    }

    private static byte[] Cut(MemoryStream content, long length) =>
        content.Length < length ? throw Malformed() : content.GetBuffer().AsSpan(0, (int)length).ToArray();

    private static void AddNumbers(ReadOnlySpan<byte> bytes, List<uint> numbers)
    {
        for (var i = 0; i + 4 <= bytes.Length; i += 4) numbers.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]));
    }

    private static RedactionException Malformed() => new(ErrorCodes.Malformed, "office", "The file is no complete compound file.");
}
