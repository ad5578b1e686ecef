using System.Buffers;
using System.Buffers.Binary;

namespace Redaction.Image;

/// <summary>Writes symbols as the bits of a scan, with a zero byte stuffed after every FF.</summary>
internal struct JpegBitWriter(JpegHuffman?[] tables, int capacity) : IJpegSymbols
{
    private readonly ArrayBufferWriter<byte> _output = new(capacity);
    private ulong _bits;
    private int _count;

    /// <summary>True when a symbol had no code, so that the result is useless.</summary>
    public bool LacksCode { get; private set; }

    public readonly ReadOnlySpan<byte> Written => _output.WrittenSpan;

    public void Put(int table, int symbol, int bits, int count)
    {
        var (code, length) = tables[table]!.Write(symbol);
        if (length == 0) LacksCode = true;
        _bits = (_bits << (length + count)) | ((ulong)(uint)code << count) | (uint)bits;
        _count += length + count;
        if (_count >= 32) Flush();
    }

    public void Restart(int number)
    {
        End();
        _output.Write((ReadOnlySpan<byte>)[0xFF, (byte)(0xD0 + number)]);
    }

    /// <summary>Fills the last byte with ones (T.81, F.1.2.3).</summary>
    public void End()
    {
        var missing = (8 - _count % 8) % 8;
        _bits = (_bits << missing) | ((1u << missing) - 1);
        _count += missing;
        Flush();
    }

    private void Flush()
    {
        var target = _output.GetSpan(16);
        if (_count >= 32 && HasNoFf((uint)(_bits >> (_count - 32))))
        {
            _count -= 32;
            BinaryPrimitives.WriteUInt32BigEndian(target, (uint)(_bits >> _count));
            _output.Advance(4);
            return;
        }
        var written = 0;
        while (_count >= 8)
        {
            _count -= 8;
            var next = (byte)(_bits >> _count);
            target[written++] = next;
            if (next == 0xFF) target[written++] = 0;
        }
        _output.Advance(written);
    }

    private static bool HasNoFf(uint four) => ((~four - 0x01010101) & four & 0x80808080) == 0;
}
