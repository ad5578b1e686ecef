using System.Buffers.Binary;

namespace Redaction.Audio.Whisper;

/// <summary>A recording as Whisper reads it: 16 kHz, one channel, −1 to 1.</summary>
internal static class SpeechSamples
{
    /// <summary>Reads a recording to its end, four bytes a sample: 230 MB an hour.</summary>
    /// <param name="wav">A WAV file from its beginning; can be sought.</param>
    /// <param name="ct">Stops between two blocks.</param>
    /// <exception cref="RedactionException">It cannot be read, or lasts longer than memory can hold.</exception>
    public static float[] Read(Stream wav, CancellationToken ct)
    {
        var header = WavReader.Read(wav);
        if (SpeechWav.CountOf(header) > Array.MaxLength)
            throw new RedactionException(ErrorCodes.TooLarge, WhisperModel.Component, "The recording is too long: cut it.");
        var to = new Sink((int)SpeechWav.CountOf(header));
        SpeechWav.Write(wav, header, to, ct);
        return to.Samples;
    }

    /// <summary>Takes a WAV file in and keeps its samples.</summary>
    private sealed class Sink(int count) : Stream
    {
        private int _head = SpeechWav.HeadLength, _at;

        public float[] Samples { get; } = new float[count];

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var skipped = Math.Min(_head, buffer.Length);
            _head -= skipped;
            for (var rest = buffer[skipped..]; rest.Length > 1; rest = rest[sizeof(short)..])
                Samples[_at++] = BinaryPrimitives.ReadInt16LittleEndian(rest) / 32768f;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
