using System.Buffers;

namespace Redaction.Batch;

/// <summary>Cuts a stream into records, and hands on all that have come together, but not too many.</summary>
internal sealed class RecordReader(Stream input)
{
    private const int LongestRecord = 64 << 20;
    private const int MostRecords = 64;
    private const int MostBytes = 1 << 18;

    /// <param name="handOn">Takes a batch of records.</param>
    /// <param name="stop">Ends the reading between two reads.</param>
    public void Run(Action<RecordBatch> handOn, CancellationToken stop)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        var batch = new RecordBatch();
        try
        {
            int start = 0, length = 0;
            long line = 0;
            while (!stop.IsCancellationRequested)
            {
                var end = buffer.AsSpan(start, length - start).IndexOf((byte)'\n');
                if (end >= 0)
                {
                    batch.Add(buffer.AsSpan(start, end), ++line);
                    start += end + 1;
                    if (batch.Count >= MostRecords || batch.Length >= MostBytes) HandOn();
                    continue;
                }
                if (batch.Count > 0) HandOn(); // the next record may be long in coming
                buffer.AsSpan(start, length - start).CopyTo(buffer);
                (start, length) = (0, length - start);
                if (length > LongestRecord)
                {
                    batch.AddTooLong(++line);
                    length = SkipLine(buffer);
                    continue;
                }
                if (length == buffer.Length) Grow(ref buffer, length);
                var read = input.Read(buffer, length, buffer.Length - length);
                if (read == 0) break;
                length += read;
            }
            if (length > 0) batch.Add(buffer.AsSpan(0, length), ++line);
            if (batch.Count > 0) HandOn();
        }
        finally
        {
            batch.Dispose();
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        void HandOn()
        {
            handOn(batch);
            batch = new();
        }
    }

    /// <summary>Reads over the rest of a line; returns how many bytes of what follows are in the buffer.</summary>
    private int SkipLine(byte[] buffer)
    {
        while (true)
        {
            var read = input.Read(buffer, 0, buffer.Length);
            var end = buffer.AsSpan(0, read).IndexOf((byte)'\n');
            if (end < 0 && read > 0) continue;
            var rest = end < 0 ? 0 : read - end - 1;
            buffer.AsSpan(read - rest, rest).CopyTo(buffer);
            return rest;
        }
    }

    private static void Grow(ref byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        buffer = larger;
    }
}
