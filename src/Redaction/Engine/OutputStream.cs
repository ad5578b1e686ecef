namespace Redaction;

/// <summary>Passes everything on to a file and gives its failures their codes, so that no format mistakes a full disk for a broken
/// input.</summary>
/// <param name="inner">The file.</param>
/// <param name="reserve">Room that is given up when the disk is full; null where there is none.</param>
/// <param name="usesReserve">True for what is written into that room; all else is not written any more.</param>
internal sealed class OutputStream(FileStream inner, DiskReserve? reserve = null, bool usesReserve = false) : Stream
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
        if (!usesReserve) reserve?.Require();
        try
        {
            inner.Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var failure = IoFailure.OnWrite(e);
            if (failure.Code != ErrorCodes.DiskFull || reserve is null || (usesReserve && reserve.IsGone)) throw failure;
            reserve.Free();
            if (!usesReserve) throw failure;
            Write(buffer); // without a buffer of its own the file begins again where it was
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Guarded(inner.Dispose);
        base.Dispose(disposing);
    }

    private void Guarded(Action action) => Guarded(() => { action(); return 0; });

    private T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var failure = IoFailure.OnWrite(e);
            if (failure.Code == ErrorCodes.DiskFull) reserve?.Free();
            throw failure;
        }
    }
}
