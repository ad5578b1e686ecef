using System.Collections.Concurrent;

namespace Redaction.Text;

/// <summary>Hands on what is written to it, chunk by chunk; waits while the reader is behind.</summary>
internal sealed class ChunkSink(BlockingCollection<byte[]> chunks, CancellationToken stop) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > 0) chunks.Add(buffer.ToArray(), stop);
    }
}
