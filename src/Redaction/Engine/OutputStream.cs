namespace Redaction;

/// <summary>Passes everything on to a file and gives its failures their codes, so that no format mistakes a full disk for a broken
/// input.</summary>
internal sealed class OutputStream(FileStream inner) : Stream
{
    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => inner.Length;

    public override long Position { get => inner.Position; set => inner.Position = value; }

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => inner.Read(buffer);

    public override long Seek(long offset, SeekOrigin origin) => Guarded(() => inner.Seek(offset, origin));

    public override void SetLength(long value) => Guarded(() => inner.SetLength(value));

    public override void Flush() => Guarded(inner.Flush);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IoFailure.OnWrite(e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Guarded(inner.Dispose);
        base.Dispose(disposing);
    }

    private static void Guarded(Action action) => Guarded(() => { action(); return 0; });

    private static T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IoFailure.OnWrite(e);
        }
    }
}
