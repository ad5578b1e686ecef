namespace Redaction.Image;

/// <summary>One thing followed through the frames.</summary>
/// <param name="id">Tracks are numbered in the order in which they begin.</param>
/// <param name="type">What it is.</param>
internal sealed class Track(int id, EntityType type)
{
    private const int Baseline = 4;       // looks back over so many sights for the speed
    private const double Remembered = 0.1; // boxes that were not seen grow by this

    private readonly List<(int Frame, PixelBox Box)> _seen = [];

    public int Id => id;

    public EntityType Type => type;

    public int LastSeen => _seen[^1].Frame;

    /// <summary>The surest finding that the policy acts on; null until there is one, and such a track is not masked.</summary>
    public Finding<PixelBox>? Best { get; private set; }

    /// <summary>Frames and places that were masked; null until there are any.</summary>
    public TrackRegion? Masked { get; private set; }

    public void See(int frame, in Finding<PixelBox> finding, bool acted)
    {
        _seen.Add((frame, finding.Region));
        if (acted && !(Best?.Score >= finding.Score)) Best = finding;
    }

    /// <summary>Where it should be in a frame after those seen.</summary>
    public PixelBox Expect(int frame) => Move(_seen[^1], _seen[Math.Max(0, _seen.Count - 1 - Baseline)], frame);

    /// <summary>Where it is in a frame: as seen, between two sights, or remembered from before or after;
    /// null when no sight is near enough.</summary>
    public PixelBox? At(int frame, int memory)
    {
        var after = _seen.FindIndex(s => s.Frame >= frame);
        if (after >= 0 && _seen[after].Frame == frame) return _seen[after].Box;
        if (after < 0) return frame - LastSeen <= memory ? Remember(_seen[^1].Box, Expect(frame)) : null;
        if (after > 0) return Between(_seen[after - 1], _seen[after], frame).Grow(Remembered);
        return _seen[0].Frame - frame <= memory ? Remember(_seen[0].Box, Move(_seen[0], _seen[Math.Min(Baseline, _seen.Count - 1)], frame))
            : null;
    }

    public void Mask(int frame, PixelBox box, double framesPerSecond)
    {
        var here = new TrackRegion(box, frame, frame, framesPerSecond);
        Masked = Masked?.Union(here) ?? here;
    }

    /// <summary>Forgets what no later frame needs.</summary>
    public void Forget(int frame)
    {
        var keep = _seen.FindLastIndex(s => s.Frame <= frame) - Baseline;
        if (keep > 0) _seen.RemoveRange(0, keep);
    }

    private static PixelBox Remember(PixelBox seen, PixelBox moved) => seen.Span(moved).Grow(Remembered);

    private static PixelBox Between((int Frame, PixelBox Box) a, (int Frame, PixelBox Box) b, int frame)
    {
        var part = (double)(frame - a.Frame) / (b.Frame - a.Frame);
        return PixelBox.FromBounds(
            (int)Math.Floor(Mix(a.Box.X, b.Box.X, part)), (int)Math.Floor(Mix(a.Box.Y, b.Box.Y, part)),
            (int)Math.Ceiling(Mix(a.Box.Right, b.Box.Right, part)), (int)Math.Ceiling(Mix(a.Box.Bottom, b.Box.Bottom, part)));
    }

    /// <summary>The box at the pace between two sights, its size as it is.</summary>
    private static PixelBox Move((int Frame, PixelBox Box) from, (int Frame, PixelBox Box) other, int frame)
    {
        if (from.Frame == other.Frame) return from.Box;
        var frames = (double)(frame - from.Frame) / (from.Frame - other.Frame);
        var dx = (from.Box.X + from.Box.Right - other.Box.X - other.Box.Right) / 2.0 * frames;
        var dy = (from.Box.Y + from.Box.Bottom - other.Box.Y - other.Box.Bottom) / 2.0 * frames;
        return from.Box with { X = from.Box.X + (int)Math.Round(dx), Y = from.Box.Y + (int)Math.Round(dy) };
    }

    private static double Mix(double a, double b, double part) => a + (b - a) * part;
}
