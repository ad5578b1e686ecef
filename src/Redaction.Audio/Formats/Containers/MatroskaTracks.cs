namespace Redaction.Audio;

/// <summary>Says from the beginning of a Matroska or WebM file whether there is only sound in it (RFC 9559, 5.1.4).</summary>
internal static class MatroskaTracks
{
    private const uint Header = 0x1A45DFA3, Segment = 0x18538067, Tracks = 0x1654AE6B, Entry = 0xAE, Type = 0x83, Cluster = 0x1F43B675;
    private const ulong Sound = 2, Pictures = 1, Both = 3;

    /// <summary>True when all tracks are told in the beginning, one has sound, and none has pictures.</summary>
    public static bool IsSound(ReadOnlySpan<byte> head)
    {
        for (var at = 0; Next(head[at..]) is { } element;)
        {
            var (body, end) = (at + element.Head, at + element.Head + element.Body);
            if (element.Id == Tracks) return element.IsWhole && HasOnlySound(head[body..end]);
            if (element.Id == Cluster) return false;
            at = element.Id == Segment ? body : end;
        }
        return false;
    }

    /// <summary>True for any file of EBML.</summary>
    public static bool IsEbml(ReadOnlySpan<byte> head) => Next(head) is { Id: Header };

    private static bool HasOnlySound(ReadOnlySpan<byte> tracks)
    {
        var hasSound = false;
        while (Next(tracks) is { } entry)
        {
            if (entry.Id == Entry)
            {
                var type = TypeOf(tracks.Slice(entry.Head, entry.Body));
                if (type is Pictures or Both) return false;
                hasSound |= type == Sound;
            }
            tracks = tracks[(entry.Head + entry.Body)..];
        }
        return hasSound;
    }

    private static ulong TypeOf(ReadOnlySpan<byte> entry)
    {
        ulong type = 0;
        while (Next(entry) is { } inner)
        {
            if (inner.Id == Type)
                foreach (var b in entry.Slice(inner.Head, inner.Body)) type = (type << 8) | b;
            entry = entry[(inner.Head + inner.Body)..];
        }
        return type;
    }

    /// <summary>The element at the beginning; null where there is none. One of unknown size goes on to the end.</summary>
    private static Element? Next(ReadOnlySpan<byte> from)
    {
        if (!Number(from, 4, keepMark: true, out var id, out var used)) return null;
        if (!Number(from[used..], 8, keepMark: false, out var size, out var more)) return null;
        var left = from.Length - used - more;
        return new((uint)id, used + more, (int)Math.Min(size, (ulong)left), size <= (ulong)left);
    }

    /// <summary>A number whose length its first byte tells (RFC 8794, 4).</summary>
    private static bool Number(ReadOnlySpan<byte> from, int longest, bool keepMark, out ulong value, out int length)
    {
        (value, length) = (0, 0);
        if (from.IsEmpty || from[0] == 0) return false;
        length = System.Numerics.BitOperations.LeadingZeroCount((uint)from[0]) - 23;
        if (length > longest || length > from.Length) return false;
        value = keepMark ? from[0] : from[0] & (0xFFu >> length);
        var isUnknown = !keepMark && value == (0xFFu >> length);
        for (var i = 1; i < length; i++)
        {
            value = (value << 8) | from[i];
            isUnknown &= from[i] == 0xFF;
        }
        if (isUnknown) value = ulong.MaxValue;
        return true;
    }

    /// <summary>An element: the bytes of its head, those of its body that are there, and whether these are all of them.</summary>
    private readonly record struct Element(uint Id, int Head, int Body, bool IsWhole);
}
