namespace Redaction.Image;

/// <summary>Makes one box of the many that anchors and views report for the same thing.</summary>
internal static class ViewMerge
{
    private const float SameThing = 0.3f; // intersection over union
    private const float Inside = 0.7f;   // part of the smaller box that lies within the other
    private const float Trust = 0.7f;    // part of a view's score that counts as independent of the other views

    /// <summary>Weighted suppression. A group takes the mean place of its boxes, weighted by score; views that agree raise its score
    /// as independent witnesses would, one box a view.</summary>
    public static List<SeenBox> Merge(List<SeenBox> faces)
    {
        faces.Sort(Order);
        var kept = new List<SeenBox>();
        var used = new bool[faces.Count];
        var views = new HashSet<int>();
        for (var i = 0; i < faces.Count; i++)
            if (!used[i]) kept.Add(MergeGroup(faces, i, used, views));
        return kept;
    }

    /// <summary>Keeps the best of boxes that overlap or lie within each other, in falling order of their scores.</summary>
    public static List<SeenBox> Suppress(List<SeenBox> boxes)
    {
        boxes.Sort(Order);
        var kept = new List<SeenBox>();
        foreach (var box in boxes)
            if (!kept.Exists(best => IsSame(in best, in box))) kept.Add(box);
        return kept;
    }

    /// <summary>Keeps the best of boxes that overlap, in falling order of their scores; those within each other stay.</summary>
    public static List<SeenBox> SuppressOverlaps(List<SeenBox> boxes)
    {
        boxes.Sort(Order);
        var kept = new List<SeenBox>();
        foreach (var box in boxes)
            if (!kept.Exists(best => best.Intersection(in box) is var shared && shared > SameThing * (best.Area + box.Area - shared)))
                kept.Add(box);
        return kept;
    }

    /// <summary>The boxes with at least a score, no more than a number of them, in falling order of their scores.</summary>
    public static List<SeenBox> Likeliest(List<SeenBox> boxes, float least, int most)
    {
        boxes.RemoveAll(box => !(box.Score >= least));
        boxes.Sort(Order);
        if (boxes.Count > most) boxes.RemoveRange(most, boxes.Count - most);
        return boxes;
    }

    private static bool IsSame(in SeenBox a, in SeenBox b)
    {
        var shared = a.Intersection(in b);
        return shared >= SameThing * (a.Area + b.Area - shared) || shared >= Inside * Math.Min(a.Area, b.Area);
    }

    private static SeenBox MergeGroup(List<SeenBox> faces, int first, bool[] used, HashSet<int> views)
    {
        var best = faces[first];
        float left = 0, top = 0, right = 0, bottom = 0, weight = 0, doubt = 1;
        views.Clear();
        for (var i = first; i < faces.Count; i++)
        {
            if (used[i]) continue;
            var other = faces[i];
            var shared = best.Intersection(in other);
            var overlap = shared / (best.Area + other.Area - shared);
            if (overlap < SameThing && shared < Inside * Math.Min(best.Area, other.Area)) continue;
            used[i] = true;
            if (overlap < SameThing) continue; // a part or a surrounding of it: suppressed, but not mixed in
            left += other.Left * other.Score;
            top += other.Top * other.Score;
            right += other.Right * other.Score;
            bottom += other.Bottom * other.Score;
            weight += other.Score;
            if (views.Add(other.View)) doubt *= 1 - Trust * other.Score; // sorted by score: a view's best box comes first
        }
        return new(left / weight, top / weight, right / weight, bottom / weight, Math.Max(best.Score, 1 - doubt), best.View);
    }

    /// <summary>A total order, so that the result does not depend on the order of views.</summary>
    public static int Order(SeenBox a, SeenBox b)
    {
        var byScore = b.Score.CompareTo(a.Score);
        if (byScore != 0) return byScore;
        var byTop = a.Top.CompareTo(b.Top);
        if (byTop != 0) return byTop;
        var byLeft = a.Left.CompareTo(b.Left);
        return byLeft != 0 ? byLeft : a.View.CompareTo(b.View);
    }
}
