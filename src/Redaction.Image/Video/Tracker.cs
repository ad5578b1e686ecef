namespace Redaction.Image;

/// <summary>Follows findings from frame to frame, so that a thing stays masked where a detector misses it.</summary>
/// <remarks>Sights of one type belong together when their boxes overlap or lie near, after SORT (Bewley et al. 2016,
/// arXiv:1602.00763). Two thresholds: a track is masked once the policy acts on one of its findings; weaker findings only prolong it.
/// Masks reach <c>memory</c> frames before the first and after the last sight; gaps up to that long are interpolated.</remarks>
internal sealed class Tracker(int memory, double framesPerSecond)
{
    private const double LeastOverlap = 0.1; // intersection over union
    private const double Farthest = 0.9;     // distance of the middles over the longer side, a frame
    private const int LongestRun = 3;        // frames that such a distance adds up over

    private readonly List<Track> _tracks = [];
    private readonly List<Track> _ended = [];
    private int _made;

    /// <summary>Takes in the findings of a frame.</summary>
    /// <param name="frame">Later than those before.</param>
    /// <param name="findings">What detectors found, weak findings too.</param>
    /// <param name="actsOn">Whether the policy acts on a finding.</param>
    public void See(int frame, ReadOnlySpan<Finding<PixelBox>> findings, Func<Finding<PixelBox>, bool> actsOn)
    {
        var pairs = new List<(double Affinity, Track Track, int Finding)>();
        foreach (var track in _tracks)
        {
            if (frame - track.LastSeen > memory) continue;
            var expected = track.Expect(frame);
            var farthest = Farthest * Math.Min(LongestRun, frame - track.LastSeen);
            for (var i = 0; i < findings.Length; i++)
                if (findings[i].Type == track.Type && Affinity(expected, findings[i].Region, farthest) is > 0 and var affinity)
                    pairs.Add((affinity, track, i));
        }
        pairs.Sort(static (a, b) => a.Affinity != b.Affinity ? b.Affinity.CompareTo(a.Affinity)
            : a.Track.Id != b.Track.Id ? a.Track.Id.CompareTo(b.Track.Id) : a.Finding.CompareTo(b.Finding));
        var used = new bool[findings.Length];
        foreach (var (_, track, finding) in pairs)
        {
            if (used[finding] || track.LastSeen == frame) continue;
            used[finding] = true;
            track.See(frame, in findings[finding], actsOn(findings[finding]));
        }
        for (var i = 0; i < findings.Length; i++)
        {
            if (used[i]) continue;
            var track = new Track(_made++, findings[i].Type);
            track.See(frame, in findings[i], actsOn(findings[i]));
            _tracks.Add(track);
        }
    }

    /// <summary>Adds what is to be masked in a frame, once the frames up to <c>memory</c> after it were seen.
    /// Frames come in order.</summary>
    public void MaskedAt(int frame, int width, int height, FindingSink<PixelBox> findings)
    {
        foreach (var track in _tracks)
        {
            if (track.Best is not { } best || track.At(frame, memory)?.ClampTo(width, height) is not { IsEmpty: false } box) continue;
            track.Mask(frame, box, framesPerSecond);
            findings.Add(best with { Region = box });
        }
        foreach (var track in _tracks) track.Forget(frame);
        _ended.AddRange(_tracks.Where(t => t.LastSeen < frame - memory));
        _tracks.RemoveAll(t => t.LastSeen < frame - memory);
    }

    /// <summary>All that was followed.</summary>
    public IEnumerable<Track> All => _ended.Concat(_tracks);

    private static double Affinity(PixelBox expected, PixelBox found, double farthest)
    {
        double width = Math.Min(expected.Right, found.Right) - Math.Max(expected.X, found.X),
            height = Math.Min(expected.Bottom, found.Bottom) - Math.Max(expected.Y, found.Y);
        if (width > 0 && height > 0)
        {
            var shared = width * height;
            var overlap = shared / ((double)expected.Width * expected.Height + (double)found.Width * found.Height - shared);
            if (overlap >= LeastOverlap) return 1 + overlap;
        }
        double dx = (expected.X + expected.Right - found.X - found.Right) / 2.0,
            dy = (expected.Y + expected.Bottom - found.Y - found.Bottom) / 2.0;
        double a = Math.Max(expected.Width, expected.Height), b = Math.Max(found.Width, found.Height);
        return Math.Max(a, b) <= 2 * Math.Min(a, b) ? 1 - Math.Sqrt(dx * dx + dy * dy) / (farthest * Math.Max(a, b)) : 0;
    }
}
