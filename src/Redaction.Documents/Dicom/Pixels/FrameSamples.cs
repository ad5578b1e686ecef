using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Redaction.Documents.Dicom;

/// <summary>The samples of one frame where they stand: read as numbers, and written.</summary>
internal readonly ref struct FrameSamples
{
    private readonly Span<byte> _bytes;
    private readonly PixelModule _module;
    private readonly long _firstBit;

    /// <param name="bytes">The pixel data of all frames, or of this one.</param>
    /// <param name="module">What the data set says.</param>
    /// <param name="firstBit">Where the frame begins.</param>
    public FrameSamples(Span<byte> bytes, PixelModule module, long firstBit)
    {
        _bytes = bytes;
        (_module, _firstBit) = (module, firstBit);
    }

    /// <summary>A stored value; of floating point pixels, a number of the same order.</summary>
    public long this[int x, int y, int sample]
    {
        get
        {
            var at = Index(x, y, sample);
            if (_module.Allocated == 1) return (_bytes[(int)(at >> 3)] >> (int)(at & 7)) & 1;
            var raw = Raw(at);
            if (_module.Photometric == FloatPixels) return Order(raw);
            raw = (raw >> (_module.HighBit + 1 - _module.Stored)) & ((1L << _module.Stored) - 1);
            return _module.IsSigned && (raw >> (_module.Stored - 1)) == 1 ? raw - (1L << _module.Stored) : raw;
        }
    }

    /// <summary>Reads all stored values of a frame of one sample a pixel, of 8 or 16 bits; false for other frames.</summary>
    /// <param name="values">Receives them, row by row.</param>
    public bool TryRead(Span<int> values)
    {
        var isWide = _module.Allocated == 16;
        if (_module.Samples != 1 || _module.IsSwapped || !(isWide || _module.Allocated == 8)) return false;
        if (_module.Photometric == FloatPixels) return false;
        var bytes = _bytes.Slice((int)(_firstBit / 8), values.Length * (isWide ? 2 : 1));
        var isTurned = _module.IsBigEndian == BitConverter.IsLittleEndian;
        var (shift, mask) = (_module.HighBit + 1 - _module.Stored, (1 << _module.Stored) - 1);
        var sign = _module.IsSigned ? 32 - _module.Stored : 0;
        var words = MemoryMarshal.Cast<byte, ushort>(bytes);
        for (var i = 0; i < values.Length; i++)
        {
            var raw = !isWide ? bytes[i] : isTurned ? BinaryPrimitives.ReverseEndianness(words[i]) : words[i];
            values[i] = ((raw >> shift) & mask) << sign >> sign;
        }
        return true;
    }

    /// <summary>What stands for pixels of floating point, whose photometric interpretation says nothing.</summary>
    public const string FloatPixels = "FLOAT";

    /// <summary>Copies a whole cell, unused bits included, from another place of the frame.</summary>
    public void Copy(int x, int y, int fromX, int fromY, int sample)
    {
        if (_module.Allocated == 1)
        {
            Set(x, y, sample, this[fromX, fromY, sample]);
            return;
        }
        var (to, from) = (Index(x, y, sample), Index(fromX, fromY, sample));
        for (var i = 0; i < Math.Max(1, _module.Allocated / 8); i++) _bytes[Swap(to + i)] = _bytes[Swap(from + i)];
    }

    /// <summary>Writes a stored value; unused bits become zero.</summary>
    public void Set(int x, int y, int sample, long value)
    {
        var at = Index(x, y, sample);
        if (_module.Allocated == 1)
        {
            var mask = (byte)(1 << (int)(at & 7));
            if (value == 0) _bytes[(int)(at >> 3)] &= (byte)~mask;
            else _bytes[(int)(at >> 3)] |= mask;
            return;
        }
        var raw = (value & ((1L << _module.Stored) - 1)) << (_module.HighBit + 1 - _module.Stored);
        var cell = _bytes[(int)at..];
        switch (_module.Allocated)
        {
            case 8: _bytes[Swap(at)] = (byte)raw; break;
            case 16 when _module.IsBigEndian: BinaryPrimitives.WriteUInt16BigEndian(cell, (ushort)raw); break;
            case 16: BinaryPrimitives.WriteUInt16LittleEndian(cell, (ushort)raw); break;
            case 32 when _module.IsBigEndian: BinaryPrimitives.WriteUInt32BigEndian(cell, (uint)raw); break;
            default: BinaryPrimitives.WriteUInt32LittleEndian(cell, (uint)raw); break;
        }
    }

    private int Swap(long at) => (int)(_module.IsSwapped ? at ^ 1 : at);

    /// <summary>The byte of a sample; the bit where one bit is allocated.</summary>
    private long Index(int x, int y, int sample)
    {
        var pixel = (long)y * _module.Columns + x;
        if (_module.Allocated == 1) return _firstBit + pixel;
        var first = _firstBit / 8;
        if (_module.IsHalved) return first + (pixel & ~1L) * 2 + (sample == 0 ? pixel & 1 : sample + 1);
        var index = _module.IsPlanar ? sample * _module.Pixels + pixel : pixel * _module.Samples + sample;
        return first + index * (_module.Allocated / 8);
    }

    private long Raw(long at) => _module.Allocated switch
    {
        8 => _bytes[Swap(at)],
        16 => _module.IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(_bytes[(int)at..])
            : BinaryPrimitives.ReadUInt16LittleEndian(_bytes[(int)at..]),
        32 => _module.IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(_bytes[(int)at..])
            : BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(int)at..]),
        _ => _module.IsBigEndian ? BinaryPrimitives.ReadInt64BigEndian(_bytes[(int)at..])
            : BinaryPrimitives.ReadInt64LittleEndian(_bytes[(int)at..]),
    };

    /// <summary>Thousandths of a floating point number, within what a long holds.</summary>
    private long Order(long raw)
    {
        var number = _module.Allocated == 32 ? BitConverter.Int32BitsToSingle((int)raw) : BitConverter.Int64BitsToDouble(raw);
        return double.IsFinite(number) ? (long)Math.Clamp(number * 1000, -1e15, 1e15) : 0;
    }
}
