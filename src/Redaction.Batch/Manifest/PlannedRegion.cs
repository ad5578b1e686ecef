using System.Globalization;
using Redaction.Audio;
using Redaction.Image;

namespace Redaction.Batch;

/// <summary>Where a planned redaction lies: characters of a document, a time, a box of pixels, or a box with its time and frames in a
/// video.</summary>
/// <remarks>Characters are counted through the whole document, which may have more of them than a <see cref="TextSpan"/> can
/// count.</remarks>
internal readonly record struct PlannedRegion
{
    public (long Start, long End)? Characters { get; init; }

    public PixelBox? Box { get; init; }

    public AudioSpan? Time { get; init; }

    public (int First, int Last)? Frames { get; init; }

    /// <summary>Its numbers, as the manifest has them.</summary>
    public string Text => (Characters, Box, Time, Frames) switch
    {
        ({ } text, _, _, _) => Invariant($"{text.Start},{text.End}"),
        (_, { } box, _, null) => BoxText(box),
        (_, { } box, _, { } frames) => BoxText(box) + Invariant($",{frames.First},{frames.Last}"),
        (_, _, { } time, _) => Invariant($"{Seconds(time.Start)},{Seconds(time.End)}"),
        _ => "",
    };

    /// <summary>True when both are of one medium and share a character, a pixel of a frame, or a moment.</summary>
    public bool Overlaps(PlannedRegion other)
    {
        if (Characters is { } text) return other.Characters is { } its && text.Start < its.End && its.Start < text.End;
        if (Box is { } box)
            return other.Box is { } its && box.Overlaps(its) && (Frames, other.Frames) switch
            {
                ({ } one, { } two) => one.First <= two.Last && two.First <= one.Last,
                var (one, two) => one is null && two is null,
            };
        return Time is { } time && other is { Box: null, Time: { } moment } && time.Overlaps(moment);
    }

    /// <summary>True when most of another region lies in this one.</summary>
    public bool Covers(PlannedRegion other)
    {
        if (!Overlaps(other)) return false;
        if (Box is not { } box || other.Box is not { } its) return Time is not { } time || other.Time is not { } moment
            || 2 * (Math.Min(time.End, moment.End) - Math.Max(time.Start, moment.Start)) >= moment.Length;
        var width = Math.Min(box.Right, its.Right) - Math.Max(box.X, its.X);
        var height = Math.Min(box.Bottom, its.Bottom) - Math.Max(box.Y, its.Y);
        return 2L * width * height >= (long)its.Width * its.Height;
    }

    /// <summary>True for two boxes on one line with less than the height of a letter between them.</summary>
    public bool StandsBeside(PlannedRegion other)
    {
        if (Box is not { } box || other.Box is not { } its) return false;
        var gap = Math.Max(box.X, its.X) - Math.Min(box.Right, its.Right);
        var height = Math.Min(box.Bottom, its.Bottom) - Math.Max(box.Y, its.Y);
        return 2 * gap < Math.Min(box.Height, its.Height) && 2 * height > Math.Min(box.Height, its.Height);
    }

    private static string BoxText(PixelBox box) => Invariant($"{box.X},{box.Y},{box.Width},{box.Height}");

    private static decimal Seconds(long ticks) => (decimal)ticks / TimeSpan.TicksPerSecond;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
