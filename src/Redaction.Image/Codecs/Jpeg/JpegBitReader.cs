namespace Redaction.Image;

/// <summary>Reads the bits of a scan, without the zero bytes stuffed after FF, up to the next marker.</summary>
internal ref struct JpegBitReader(ReadOnlySpan<byte> scan)
{
    private readonly ReadOnlySpan<byte> _scan = scan;
    private ulong _bits;
    private int _count, _beyond, _at;

    /// <summary>True when more bits were taken than there are.</summary>
    public readonly bool IsOverrun => _count < _beyond;

    /// <summary>The symbol that comes next, or -1.</summary>
    public int Symbol(JpegHuffman table)
    {
        if (_count < 32) Fill();
        var symbol = table.Read((int)(_bits >> 48), out var length);
        Skip(length);
        return symbol;
    }

    /// <summary>At most 16 bits; follows a call of <see cref="Symbol"/>, which has filled enough.</summary>
    public int Bits(int count)
    {
        if (count == 0) return 0;
        var value = (int)(_bits >> (64 - count));
        Skip(count);
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

    private void Skip(int count)
    {
        _bits <<= count;
        _count -= count;
    }

    private void Fill()
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
}
