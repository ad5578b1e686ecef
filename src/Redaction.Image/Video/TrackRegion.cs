using System.Text.Json;

namespace Redaction.Image;

/// <summary>Where and when something is in a video.</summary>
/// <param name="Box">Around all of its places, in pixels of the upright frame.</param>
/// <param name="First">First masked frame, 0-based.</param>
/// <param name="Last">Last masked frame.</param>
/// <param name="FramesPerSecond">To tell the time.</param>
public readonly record struct TrackRegion(PixelBox Box, int First, int Last, double FramesPerSecond) : IRegion<TrackRegion>
{
    /// <inheritdoc/>
    public static bool IsLinear => false;

    /// <inheritdoc/>
    public static string Medium => Redaction.Medium.Image;

    /// <inheritdoc/>
    public bool Overlaps(TrackRegion other) => First <= other.Last && other.First <= Last && Box.Overlaps(other.Box);

    /// <inheritdoc/>
    public TrackRegion Union(TrackRegion other) =>
        this with { Box = Box.Span(other.Box), First = Math.Min(First, other.First), Last = Math.Max(Last, other.Last) };

    /// <summary>Orders by time, then place.</summary>
    public int CompareTo(TrackRegion other)
    {
        if (First != other.First) return First.CompareTo(other.First);
        return Last != other.Last ? Last.CompareTo(other.Last) : Box.CompareTo(other.Box);
    }

    /// <summary>Writes the box, the time in seconds and the frames; the end of the time is that of the last frame.</summary>
    public void WriteTo(Utf8JsonWriter writer, long offset = 0)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Box.WriteTo(writer);
        writer.WriteNumber("from", Math.Round(First / FramesPerSecond, 3));
        writer.WriteNumber("to", Math.Round((Last + 1) / FramesPerSecond, 3));
        writer.WriteStartArray("frames");
        writer.WriteNumberValue(First);
        writer.WriteNumberValue(Last);
        writer.WriteEndArray();
    }

    /// <summary>True when <paramref name="left"/> sorts before <paramref name="right"/>.</summary>
    public static bool operator <(TrackRegion left, TrackRegion right) => left.CompareTo(right) < 0;
    /// <summary>True when <paramref name="left"/> sorts after <paramref name="right"/>.</summary>
    public static bool operator >(TrackRegion left, TrackRegion right) => left.CompareTo(right) > 0;
    /// <summary>True when <paramref name="left"/> does not sort after <paramref name="right"/>.</summary>
    public static bool operator <=(TrackRegion left, TrackRegion right) => left.CompareTo(right) <= 0;
    /// <summary>True when <paramref name="left"/> does not sort before <paramref name="right"/>.</summary>
    public static bool operator >=(TrackRegion left, TrackRegion right) => left.CompareTo(right) >= 0;
}
