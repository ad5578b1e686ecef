using System.Buffers.Binary;

namespace Redaction.Documents.Dicom;

/// <summary>Says which fragments of compressed pixels are which frame (PS3.5 annex A.4).</summary>
internal static class FrameSplit
{
    /// <summary>The frames; null where nothing tells them apart.</summary>
    public static List<ReadOnlyMemory<byte>>? Split(DicomElement pixels, int frames)
    {
        if (pixels.Fragments is not { Count: > 1 } fragments) return null;
        var count = fragments.Count - 1;
        if (frames == 1) return [Join(fragments, 1, count)];
        if (count == frames) return fragments[1..];
        var table = fragments[0].Span;
        if (table.Length != frames * 4) return null;
        var all = new List<ReadOnlyMemory<byte>>(frames);
        var (next, place) = (1, 0L);
        for (var frame = 0; frame < frames; frame++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(table[(4 * frame)..]) != place) return null;
            var end = frame + 1 < frames ? BinaryPrimitives.ReadUInt32LittleEndian(table[(4 * frame + 4)..]) : long.MaxValue;
            var first = next;
            while (next <= count && place < end) place += 8 + fragments[next++].Length;
            if (next == first) return null;
            all.Add(Join(fragments, first, next - first));
        }
        return next == count + 1 ? all : null;
    }

    /// <summary>The fragments of frames: one each, behind an empty table of offsets.</summary>
    public static List<ReadOnlyMemory<byte>> Fragments(IEnumerable<ReadOnlyMemory<byte>> frames) =>
        [ReadOnlyMemory<byte>.Empty, .. frames.Select(static f => f.Length % 2 == 0 ? f : (byte[])[.. f.Span, 0])];

    private static ReadOnlyMemory<byte> Join(List<ReadOnlyMemory<byte>> fragments, int first, int count)
    {
        if (count == 1) return fragments[first];
        using var joined = new MemoryStream();
        for (var i = first; i < first + count; i++) joined.Write(fragments[i].Span);
        return joined.ToArray();
    }
}
