using System.Buffers.Binary;

namespace Redaction.Image;

/// <summary>Reads the bits of a scan, without the zero bytes stuffed after FF, up to the next marker.</summary>
internal ref struct JpegBitReader(ReadOnlySpan<byte> scan)
{
    private readonly ReadOnlySpan<byte> _scan = scan;
    private ulong _bits;
    private int _count, _beyond, _at;

    /// <summary>True when more bits were taken than there are.</summary>
    public readonly bool IsOverrun => _count < _beyond;

    /// <summary>The symbol that comes next, or -1, and the length of its code; to be taken with the at most 16
    /// bits that follow it.</summary>
    public int Peek(JpegHuffman table, out int length)
    {
        if (_count < 32) Refill();
        return table.Read((int)(_bits >> 48), out length);
    }

    /// <summary>At most 32 bits, 1 or more; follows a call of <see cref="Peek"/>, which has filled enough.</summary>
    public int Take(int count)
    {
        var value = (int)(_bits >> (64 - count));
        _bits <<= count;
        _count -= count;
        return value;
    }

    /// <summary>True when all bits but the padding of the last byte were taken and this marker follows, which is passed over.</summary>
    public bool EndsWith(byte marker)
    {
        if (IsOverrun || _count - _beyond >= 8) return false;
        while (_at + 1 < _scan.Length && _scan[_at] == 0xFF && _scan[_at + 1] == 0xFF) _at++;
        if (_at + 1 >= _scan.Length || _scan[_at] != 0xFF || _scan[_at + 1] != marker) return false;
        _at += 2;
        (_bits, _count, _beyond) = (0, 0, 0);
        return true;
    }

    private void Refill()
    {
        if (_at + sizeof(ulong) <= _scan.Length)
        {
            var next = BinaryPrimitives.ReadUInt64BigEndian(_scan[_at..]);
            if (!HasFf(next))
            {
                var bytes = (64 - _count) >> 3;
                _bits |= (next & ~(ulong.MaxValue >> (bytes * 8 - 1) >> 1)) >> _count;
                _at += bytes;
                _count += bytes * 8;
                return;
            }
        }
        RefillSlowly();
    }

    private void RefillSlowly()
    {
        while (_count <= 56)
        {
            ulong next = 0;
            if (_at < _scan.Length && _scan[_at] != 0xFF) next = _scan[_at++];
            else if (_at + 1 < _scan.Length && _scan[_at + 1] == 0) (next, _at) = (0xFF, _at + 2);
            else _beyond += 8;
            _bits |= next << (56 - _count);
            _count += 8;
        }
    }

    private static bool HasFf(ulong eight) => ((~eight - 0x0101010101010101) & eight & 0x8080808080808080) != 0;
}
