using System.Buffers.Binary;

namespace Redaction.Image;

/// <summary>Writes symbols as the bits of a scan, with a zero byte stuffed after every FF.</summary>
/// <param name="tables">The codes.</param>
/// <param name="read">The codes of the file that symbols are copied from.</param>
/// <param name="capacity">Bytes to expect.</param>
internal struct JpegBitWriter(JpegHuffman?[] tables, JpegHuffman?[] read, int capacity)
{
    private byte[] _output = new byte[capacity];
    private int _written;
    private ulong _bits;
    private int _count;

    /// <summary>True when a symbol had no code, so that what is written is useless.</summary>
    public bool LacksCode { get; private set; }

    public readonly ReadOnlySpan<byte> Written => _output.AsSpan(0, _written);

    /// <summary>A symbol of a table (0 to 3 for DC, 4 to 7 for AC) with the bits that follow it.</summary>
    public void Put(int table, int symbol, int bits, int count)
    {
        var (code, length) = tables[table]!.Write(symbol);
        if (length == 0) LacksCode = true;
        Append(code << count | bits, length + count);
    }

    /// <summary>A symbol that stands in the file already.</summary>
    /// <param name="table">As for <see cref="Put"/>.</param>
    /// <param name="symbol">What the code means.</param>
    /// <param name="code">The code and the bits that follow it.</param>
    /// <param name="length">Of both together, in bits.</param>
    /// <param name="count">Bits that follow the code.</param>
    public void Copy(int table, int symbol, int code, int length, int count)
    {
        if (tables[table] == read[table]) Append(code, length);
        else Put(table, symbol, code & ((1 << count) - 1), count);
    }

    /// <summary>A restart marker.</summary>
    public void Restart(int number)
    {
        End();
        Grow();
        _output[_written++] = 0xFF;
        _output[_written++] = (byte)(0xD0 + number);
    }

    /// <summary>Fills the last byte with ones (T.81, F.1.2.3).</summary>
    public void End()
    {
        var missing = (8 - _count % 8) % 8;
        _bits = (_bits << missing) | ((1u << missing) - 1);
        _count += missing;
        Flush();
    }

    private void Append(int bits, int count)
    {
        _bits = (_bits << count) | (uint)bits;
        _count += count;
        if (_count >= 32) Flush();
    }

    private void Flush()
    {
        Grow();
        if (_count >= 32 && HasNoFf((uint)(_bits >> (_count - 32))))
        {
            _count -= 32;
            BinaryPrimitives.WriteUInt32BigEndian(_output.AsSpan(_written), (uint)(_bits >> _count));
            _written += sizeof(uint);
            return;
        }
        while (_count >= 8)
        {
            _count -= 8;
            var next = (byte)(_bits >> _count);
            _output[_written++] = next;
            if (next == 0xFF) _output[_written++] = 0;
        }
    }

    /// <summary>Makes room for the 8 bytes of the bits that wait, each stuffed.</summary>
    private void Grow()
    {
        if (_written + 2 * sizeof(ulong) > _output.Length) Array.Resize(ref _output, 2 * _output.Length);
    }

    private static bool HasNoFf(uint four) => ((~four - 0x01010101) & four & 0x80808080) == 0;
}
