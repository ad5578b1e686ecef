using System.Collections.Concurrent;

namespace Redaction.Text;

/// <summary>Reads what a writer on another thread writes, a few chunks ahead at most, so that memory does not grow with a
/// document.</summary>
internal sealed class PumpedStream : Stream
{
    private const int MostChunks = 4;
    private readonly BlockingCollection<byte[]> _chunks = new(MostChunks);
    private readonly CancellationTokenSource _stop;
    private readonly Task _writer;
    private byte[] _chunk = [];
    private int _position;
    private bool _isClosed;

    public PumpedStream(Action<Stream> write, CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _writer = Task.Run(() => Write(write), CancellationToken.None);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_position == _chunk.Length)
        {
            _chunk.AsSpan().Clear();
            _position = 0;
            if (_chunks.TryTake(out var next, Timeout.Infinite)) _chunk = next;
            else
            {
                _chunk = [];
                _writer.GetAwaiter().GetResult(); // a failure of the writer is one of the reader
                return 0;
            }
        }
        var count = Math.Min(buffer.Length, _chunk.Length - _position);
        _chunk.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClosed)
        {
            _isClosed = true;
            _stop.Cancel();
            try
            {
                _writer.Wait();
            }
            catch (AggregateException)
            {
                // what went wrong while nobody reads any more changes nothing
            }
            _chunks.Dispose();
            _stop.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Write(Action<Stream> write)
    {
        try
        {
            using var sink = new BufferedStream(new ChunkSink(_chunks, _stop.Token), 1 << 16);
            write(sink);
        }
        finally
        {
            _chunks.CompleteAdding();
        }
    }
}
