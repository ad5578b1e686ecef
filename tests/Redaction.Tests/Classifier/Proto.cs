using System.Text;

namespace Redaction.Tests;

/// <summary>Writes messages of protocol buffers, of which ONNX and SentencePiece models are made.</summary>
internal sealed class Proto
{
    private readonly List<byte> _bytes = [];

    public byte[] Bytes => [.. _bytes];

    public Proto Add(int field, long value)
    {
        Write(field << 3);
        Write(value);
        return this;
    }

    public Proto Add(int field, float value)
    {
        Write(field << 3 | 5);
        _bytes.AddRange(BitConverter.GetBytes(value));
        return this;
    }

    public Proto Add(int field, string value) => Add(field, Encoding.UTF8.GetBytes(value));

    public Proto Add(int field, Proto value) => Add(field, value.Bytes);

    public Proto Add(int field, byte[] value)
    {
        Write(field << 3 | 2);
        Write(value.Length);
        _bytes.AddRange(value);
        return this;
    }

    private void Write(long value)
    {
        for (var rest = (ulong)value; ; rest >>= 7)
        {
            _bytes.Add((byte)(rest < 128 ? rest : rest & 127 | 128));
            if (rest < 128) return;
        }
    }
}
