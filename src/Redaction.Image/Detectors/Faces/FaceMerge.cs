namespace Redaction.Image;

/// <summary>Makes one box of the many that anchors and views report for the same face.</summary>
internal static class FaceMerge
{
    private const float SameFace = 0.3f;      // intersection over union
    private const float Inside = 0.7f;        // part of the smaller box that lies within the other

    /// <summary>Weighted suppression: the best box of a group takes the mean place of the group, weighted by score.</summary>
    public static List<FaceBox> Merge(List<FaceBox> faces)
    {
        faces.Sort(static (a, b) => Order(in a, in b));
        var kept = new List<FaceBox>();
        var used = new bool[faces.Count];
        for (var i = 0; i < faces.Count; i++)
        {
            if (used[i]) continue;
            var best = faces[i];
            float left = 0, top = 0, right = 0, bottom = 0, weight = 0;
            for (var j = i; j < faces.Count; j++)
            {
                if (used[j]) continue;
                var other = faces[j];
                var shared = best.Intersection(in other);
                var overlap = shared / (best.Area + other.Area - shared);
                if (overlap < SameFace && shared < Inside * Math.Min(best.Area, other.Area)) continue;
                used[j] = true;
                if (overlap < SameFace) continue; // a part or a surrounding of the face: suppressed, but not mixed in
                left += other.Left * other.Score;
                top += other.Top * other.Score;
                right += other.Right * other.Score;
                bottom += other.Bottom * other.Score;
                weight += other.Score;
            }
            kept.Add(new(left / weight, top / weight, right / weight, bottom / weight, best.Score));
        }
        return kept;
    }

    /// <summary>A total order, so that the result does not depend on the order of views.</summary>
    private static int Order(in FaceBox a, in FaceBox b)
    {
        var byScore = b.Score.CompareTo(a.Score);
        if (byScore != 0) return byScore;
        var byTop = a.Top.CompareTo(b.Top);
        return byTop != 0 ? byTop : a.Left.CompareTo(b.Left);
    }
}
