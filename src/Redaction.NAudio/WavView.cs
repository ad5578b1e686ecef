using System.Text;
using NAudio.Wave;

namespace Redaction.NAudio;

/// <summary>A wave stream seen as the WAV file that it would be. Reads whole blocks of it, whatever is asked for.</summary>
internal sealed class WavView : Stream
{
    private readonly WaveStream _audio;
    private readonly byte[] _header;
    private readonly byte[] _block;
    private readonly long _start;
    private long _blockAt = -1;
    private int _blockLength;
    private long _position;

    /// <exception cref="RedactionException">The recording is longer than a WAV file can say.</exception>
    public WavView(WaveStream audio)
    {
        (_audio, _start) = (audio, audio.Position);
        var length = audio.Length - _start;
        if (length > int.MaxValue * 2L - 1024) throw new RedactionException(ErrorCodes.TooLarge, "naudio");
        _header = Header(audio.WaveFormat, (uint)length);
        var align = Math.Max(1, audio.WaveFormat.BlockAlign);
        _block = new byte[Math.Max(1, 64 * 1024 / align) * align];
        Length = _header.Length + length;
    }

    public override bool CanRead => true;

    public override bool CanSeek => _audio.CanSeek;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get => _position; set => _position = value; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var from = _position < _header.Length ? _header.AsSpan((int)_position) : Block(_position - _header.Length);
        var count = Math.Min(from.Length, buffer.Length);
        from[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => _position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Array.Clear(_block);
        base.Dispose(disposing);
    }

    /// <summary>What follows a place in the sound, up to the end of its block.</summary>
    private Span<byte> Block(long at)
    {
        var first = at - at % _block.Length;
        if (first != _blockAt)
        {
            if (_audio.Position != _start + first) _audio.Position = _start + first;
            _blockLength = 0;
            for (int read; _blockLength < _block.Length && (read = _audio.Read(_block.AsSpan(_blockLength))) > 0;) _blockLength += read;
            _blockAt = first;
        }
        var inside = (int)Math.Min(at - first, _blockLength);
        return _block.AsSpan(inside, _blockLength - inside);
    }

    private static byte[] Header(WaveFormat format, uint length)
    {
        using var header = new MemoryStream();
        using var writer = new BinaryWriter(header, Encoding.ASCII);
        writer.Write("RIFF"u8);
        writer.Write(0);
        writer.Write("WAVEfmt "u8);
        format.Serialize(writer);
        writer.Write("data"u8);
        writer.Write(length);
        writer.Seek(4, SeekOrigin.Begin);
        writer.Write((uint)(header.Length - 8 + length));
        writer.Flush();
        return header.ToArray();
    }
}
