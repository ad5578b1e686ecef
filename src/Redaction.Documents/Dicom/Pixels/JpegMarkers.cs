using System.Buffers.Binary;

namespace Redaction.Documents.Dicom;

/// <summary>The marker segments of JPEG (ITU-T T.81 annex B), JPEG-LS (T.87) and JPEG 2000 (T.800).</summary>
internal static class JpegMarkers
{
    private const int Comment = 0xFE, FirstApplication = 0xE0, LastApplication = 0xEF, Adobe = 0xEE, Scan = 0xDA, Size2000 = 0x51;

    /// <summary>True where segments for comments or applications may hold what identifies; those of JFIF and Adobe do not.</summary>
    public static bool HoldText(ReadOnlySpan<byte> frame)
    {
        foreach (var (marker, segment) in new Segments(frame))
        {
            if (marker == Comment) return true;
            if (marker is >= FirstApplication and <= LastApplication
                && !(marker == FirstApplication && segment.StartsWith("JFIF\0"u8) && segment.Length <= 14)
                && !(marker == Adobe && segment.StartsWith("Adobe"u8) && segment.Length <= 12)) return true;
        }
        return false;
    }

    /// <summary>Bits of a sample and whether it is signed; null where the frame does not say.</summary>
    public static (int Bits, bool IsSigned)? Precision(ReadOnlySpan<byte> frame)
    {
        // JPEG 2000 may come with the boxes of a file around it.
        if (frame.StartsWith<byte>([0, 0, 0, 12, (byte)'j', (byte)'P']) && frame.IndexOf<byte>([0xFF, 0x4F, 0xFF, 0x51]) is var at and > 0)
            frame = frame[at..];
        foreach (var (marker, segment) in new Segments(frame))
        {
            if (marker is (>= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) or 0xF7 && segment.Length > 0) return (segment[0], false);
            if (marker == Size2000 && segment.Length > 36) return ((segment[36] & 0x7F) + 1, (segment[36] & 0x80) != 0);
        }
        return null;
    }

    private ref struct Segments(ReadOnlySpan<byte> frame)
    {
        private ReadOnlySpan<byte> _rest = frame.Length > 2 ? frame[2..] : [];
        private int _marker;
        private ReadOnlySpan<byte> _segment;

        public readonly Segments GetEnumerator() => this;

        public readonly Segment Current => new(_marker, _segment);

        public bool MoveNext()
        {
            while (_rest.Length > 1 && _rest[0] == 0xFF && _rest[1] == 0xFF) _rest = _rest[1..];
            if (_rest.Length < 4 || _rest[0] != 0xFF || _marker == Scan) return false;
            _marker = _rest[1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(_rest[2..]);
            if (length < 2 || length + 2 > _rest.Length) return false;
            _segment = _rest[4..(length + 2)];
            _rest = _rest[(length + 2)..];
            return true;
        }
    }

    private readonly ref struct Segment(int marker, ReadOnlySpan<byte> content)
    {
        private readonly int _marker = marker;
        private readonly ReadOnlySpan<byte> _content = content;

        public void Deconstruct(out int marker, out ReadOnlySpan<byte> content)
        {
            marker = _marker;
            content = _content;
        }
    }
}
