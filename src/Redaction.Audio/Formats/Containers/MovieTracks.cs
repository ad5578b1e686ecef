using System.Buffers.Binary;

namespace Redaction.Audio;

/// <summary>Says from the beginning of an MP4, QuickTime or 3GP file whether there is only sound in it (ISO/IEC 14496-12).</summary>
internal static class MovieTracks
{
    private const uint FileType = 0x66747970, Movie = 0x6D6F6F76, Track = 0x7472616B, Media = 0x6D646961, Handler = 0x68646C72;
    private const uint Sound = 0x736F756E, Video = 0x76696465, Auxiliary = 0x61757876, Picture = 0x70696374;

    /// <summary>True for a file whose brand says so, or all of whose tracks are told in the beginning, one with sound and none with
    /// pictures. Where they stand at the end, nothing is known.</summary>
    public static bool IsSound(ReadOnlySpan<byte> head)
    {
        while (Next(head) is { } box)
        {
            var body = head.Slice(box.Head, box.Body);
            if (box.Type == FileType && (body.StartsWith("M4A "u8) || body.StartsWith("M4B "u8))) return true;
            if (box.Type == Movie) return box.IsWhole && HasOnlySound(body);
            head = head[(box.Head + box.Body)..];
        }
        return false;
    }

    private static bool HasOnlySound(ReadOnlySpan<byte> movie)
    {
        var hasSound = false;
        while (Next(movie) is { } box)
        {
            if (box.Type == Track)
            {
                var handler = HandlerOf(movie.Slice(box.Head, box.Body));
                if (handler is Video or Auxiliary or Picture) return false;
                hasSound |= handler == Sound;
            }
            movie = movie[(box.Head + box.Body)..];
        }
        return hasSound;
    }

    private static uint HandlerOf(ReadOnlySpan<byte> track)
    {
        while (Next(track) is { } box)
        {
            var body = track.Slice(box.Head, box.Body);
            if (box.Type == Media) return HandlerOf(body);
            if (box.Type == Handler && body.Length >= 12) return BinaryPrimitives.ReadUInt32BigEndian(body[8..]);
            track = track[(box.Head + box.Body)..];
        }
        return 0;
    }

    /// <summary>The box at the beginning; null where there is none. One of size 0 goes on to the end.</summary>
    private static Box? Next(ReadOnlySpan<byte> from)
    {
        if (from.Length < 8) return null;
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(from);
        var head = size == 1 ? 16 : 8;
        if (from.Length < head) return null;
        if (size == 1) size = BinaryPrimitives.ReadUInt64BigEndian(from[8..]);
        else if (size == 0) size = ulong.MaxValue;
        if (size < (ulong)head) return null;
        var left = from.Length - head;
        return new(BinaryPrimitives.ReadUInt32BigEndian(from[4..]), head, (int)Math.Min(size - (ulong)head, (ulong)left),
            size <= (ulong)from.Length);
    }

    /// <summary>A box: the bytes of its head, those of its body that are there, and whether these are all of them.</summary>
    private readonly record struct Box(uint Type, int Head, int Body, bool IsWhole);
}
