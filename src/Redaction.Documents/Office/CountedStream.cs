namespace Redaction.Documents.Office;

/// <summary>Reads a part of a package, counts its bytes and refuses one that is longer than the package says.</summary>
internal sealed class CountedStream(Stream inner, long length) : Stream
{
    private byte[] _head = [];
    private int _taken;

    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => Count; set => throw new NotSupportedException(); }

    /// <summary>The beginning, which is read again.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_head.Length == 0)
        {
            _head = new byte[count];
            var read = Guarded(() => inner.ReadAtLeast(_head, count, throwOnEndOfStream: false));
            _head = _head[..read];
        }
        return _head;
    }

    public override int Read(Span<byte> buffer)
    {
        int read;
        if (_taken < _head.Length)
        {
            read = Math.Min(buffer.Length, _head.Length - _taken);
            _head.AsSpan(_taken, read).CopyTo(buffer);
            _taken += read;
        }
        else
        {
            try
            {
                read = inner.Read(buffer);
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                throw Broken(e);
            }
        }
        Count += read;
        if (Count > length || (read == 0 && buffer.Length > 0 && Count < length)) throw Broken(null);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw Broken(e);
        }
    }

    private static RedactionException Broken(Exception? cause) => new(
        ErrorCodes.Malformed, "office", "A part is damaged, or its size is not the one that the package gives.", cause?.GetType());
}
