using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Memory does not grow with the document. Alone, since the heap is that of all tests.</summary>
[Collection(SerialTests.Name)]
public class MemoryTests
{
    private const long Size = 32L << 20;
    private const long Allowed = 24L << 20;

    [Theory]
    [InlineData("text", "", "An ordinary line about the order, and jane.doe@example.com.\n", "")]
    [InlineData("json", "[0", ",\n {\"note\":\"An ordinary line, and jane.doe@example.com.\"}", "]")]
    [InlineData("jsonl", "", "{\"note\":\"An ordinary line, and jane.doe@example.com.\"}\n", "")]
    [InlineData("csv", "id,note\n", "17,\"An ordinary line, and jane.doe@example.com.\"\n", "")]
    public void Redact_LongDocument_StaysWithinBounds(string format, string head, string row, string tail)
    {
        var input = new RowStream(head, row, tail, Size);

        DocumentFormats.All.Single(f => f.Id == format).Redact(input, Stream.Null, new DocumentJob(FormatTestBed.Redactor));

        Assert.True(input.Growth < Allowed, $"The heap grew by {input.Growth >> 20} MiB.");
    }

    /// <summary>Rows made on demand; measures the live heap as it is read.</summary>
    private sealed class RowStream(string head, string row, string tail, long size) : Stream
    {
        private readonly byte[] _block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(row, 1000)));
        private byte[] _current = Encoding.UTF8.GetBytes(head);
        private long _given, _baseline = -1, _nextSample;
        private int _position;
        private bool _ended;

        public long Growth { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            while (_position == _current.Length && !_ended) Advance();
            var count = Math.Min(buffer.Length, _current.Length - _position);
            _current.AsSpan(_position, count).CopyTo(buffer);
            _position += count;
            _given += count;
            if (_given >= _nextSample) Sample();
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Advance()
        {
            _position = 0;
            if (_given >= size) { _current = Encoding.UTF8.GetBytes(tail); _ended = true; }
            else _current = _block;
        }

        private void Sample()
        {
            _nextSample = _given + (8 << 20);
            var live = GC.GetTotalMemory(forceFullCollection: true);
            if (_baseline < 0) _baseline = live;
            else Growth = Math.Max(Growth, live - _baseline);
        }
    }
}
