using System.Buffers.Binary;
using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>A recording of more than 4 GiB, which exists nowhere as a whole.</summary>
public class LongRecordingTests
{
    private const int Channels = 8, Rate = 768_000, Frame = Channels * 4;
    private const long Frames = 140_000_000; // 4.48 GB
    private const string Transcript =
        """{"segments":[{"start":175,"end":182.2,"words":[{"word":"call","start":178,"end":178.5},{"word":"+1 415 555 0132","start":179,"end":180},{"word":"now","start":181,"end":181.5}]}]}""";

    [Fact]
    public void Redact_BeyondFourGiB_OverwritesTheSpanAndNothingElse()
    {
        using var input = new GeneratedWav();
        using var output = new ComparingStream(input);

        var summary = Calls.Redactor("silence")
            .Redact(input, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Transcript)), new WhisperJson(), output, Stream.Null,
                RedactionContext.Default, new Plans(), default);

        Assert.Equal(input.Length, output.Length);
        Assert.Equal((double)Frames / Rate, summary.Seconds, 3);
        // The value lies behind the first 4 GiB; half of the 100 ms around a silent edge at most is fade.
        Assert.True(output.FirstChange > uint.MaxValue, $"changed from {output.FirstChange} on");
        Assert.InRange(output.FirstChange, At(178.4), At(179));
        Assert.InRange(output.LastChange, At(180), At(181.1));
        Assert.True(output.IsSilent(At(179), At(180)), "the value is silent");
    }

    private static long At(double seconds) => GeneratedWav.Head + (long)(seconds * Rate) * Frame;

    /// <summary>RF64 of 32-bit samples: the same loud block again and again.</summary>
    private sealed class GeneratedWav : Stream
    {
        public const int Head = 12 + 36 + 24 + 8;
        private const int Block = 1 << 20;
        private readonly byte[] _head;
        private readonly byte[] _block = new byte[Block];

        public GeneratedWav()
        {
            _head = WavFile.Create("pcm32", Channels, Rate, [], rf64: true)[..Head];
            BinaryPrimitives.WriteInt64LittleEndian(_head.AsSpan(20), Length - 8);
            BinaryPrimitives.WriteInt64LittleEndian(_head.AsSpan(28), Frames * Frame);
            BinaryPrimitives.WriteInt64LittleEndian(_head.AsSpan(36), Frames);
            var random = new Random(3);
            for (var i = 0; i < Block; i += 4)
                BinaryPrimitives.WriteInt32LittleEndian(_block.AsSpan(i), random.Next(0x10000000, 0x40000000) * (random.Next(2) * 2 - 1));
        }

        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => Head + Frames * Frame;
        public override long Position { get; set; }

        /// <summary>The bytes from a place on, as many as lie side by side.</summary>
        public ReadOnlySpan<byte> From(long position)
        {
            if (position < Head) return _head.AsSpan((int)position);
            var at = (int)((position - Head) % Block);
            return _block.AsSpan(at, (int)Math.Min(Block - at, Length - position));
        }

        public override int Read(Span<byte> buffer)
        {
            if (Position == Length) return 0;
            var part = From(Position);
            part = part[..Math.Min(part.Length, buffer.Length)];
            part.CopyTo(buffer);
            Position += part.Length;
            return part.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override long Seek(long offset, SeekOrigin origin) =>
            Position = origin == SeekOrigin.Begin ? offset : origin == SeekOrigin.Current ? Position + offset : Length + offset;
        public override void Flush() { }
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>Compares what is written with the recording and keeps what differs.</summary>
    private sealed class ComparingStream(GeneratedWav expected) : Stream
    {
        private readonly List<(long Start, byte[] Bytes)> _changed = [];
        private long _length;

        public long FirstChange { get; private set; } = -1;
        public long LastChange { get; private set; } = -1;
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => _length;
        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public bool IsSilent(long from, long to)
        {
            long silent = 0;
            foreach (var (start, bytes) in _changed)
            {
                var (first, end) = (Math.Max(from, start), Math.Min(to, start + bytes.Length));
                if (first >= end) continue;
                if (bytes.AsSpan((int)(first - start), (int)(end - first)).ContainsAnyExcept((byte)0)) return false;
                silent += end - first;
            }
            return silent == to - from;
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            while (!buffer.IsEmpty)
            {
                var original = expected.From(_length);
                var part = buffer[..Math.Min(buffer.Length, original.Length)];
                var same = part.CommonPrefixLength(original);
                if (same < part.Length)
                {
                    var last = part.Length - 1;
                    while (part[last] == original[last]) last--;
                    if (FirstChange < 0) FirstChange = _length + same;
                    LastChange = _length + last;
                    _changed.Add((_length + same, part[same..(last + 1)].ToArray()));
                }
                _length += part.Length;
                buffer = buffer[part.Length..];
            }
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
