using System.Text.Json;

namespace Redaction.Audio;

/// <summary>A span of time in a recording, in ticks of 100 ns from its beginning.</summary>
/// <param name="Start">First tick.</param>
/// <param name="Length">Number of ticks.</param>
public readonly record struct AudioSpan(long Start, long Length) : IRegion<AudioSpan>
{
    /// <summary>The tick after the last.</summary>
    public long End => Start + Length;

    /// <inheritdoc/>
    public static bool IsLinear => true;

    /// <inheritdoc/>
    public static string Medium => Redaction.Medium.Audio;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static AudioSpan FromBounds(long start, long end) => new(start, end - start);

    /// <summary>The first frame that the span touches.</summary>
    /// <param name="sampleRate">Frames per second.</param>
    public long FirstFrame(int sampleRate) => (long)((Int128)Start * sampleRate / TimeSpan.TicksPerSecond);

    /// <summary>The frame after the last that the span touches: a frame that is touched in part belongs to the span.</summary>
    /// <param name="sampleRate">Frames per second.</param>
    public long EndFrame(int sampleRate) => (long)(((Int128)End * sampleRate + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);

    /// <inheritdoc/>
    public bool Overlaps(AudioSpan other) => Start < other.End && other.Start < End;

    /// <inheritdoc/>
    public AudioSpan Union(AudioSpan other) => FromBounds(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Orders by start, then longer first.</summary>
    public int CompareTo(AudioSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : other.Length.CompareTo(Length);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer, long offset = 0)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumber("from", (decimal)Start / TimeSpan.TicksPerSecond);
        writer.WriteNumber("to", (decimal)End / TimeSpan.TicksPerSecond);
    }

    /// <summary>True when <paramref name="left"/> sorts before <paramref name="right"/>.</summary>
    public static bool operator <(AudioSpan left, AudioSpan right) => left.CompareTo(right) < 0;
    /// <summary>True when <paramref name="left"/> sorts after <paramref name="right"/>.</summary>
    public static bool operator >(AudioSpan left, AudioSpan right) => left.CompareTo(right) > 0;
    /// <summary>True when <paramref name="left"/> does not sort after <paramref name="right"/>.</summary>
    public static bool operator <=(AudioSpan left, AudioSpan right) => left.CompareTo(right) <= 0;
    /// <summary>True when <paramref name="left"/> does not sort before <paramref name="right"/>.</summary>
    public static bool operator >=(AudioSpan left, AudioSpan right) => left.CompareTo(right) >= 0;
}
