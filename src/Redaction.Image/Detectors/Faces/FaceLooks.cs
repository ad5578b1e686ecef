namespace Redaction.Image;

/// <summary>Makes one face of what several looks saw: its place is their mean by score, its score that of all looks in logits, each
/// as far as it can judge a face of that size.</summary>
internal static class FaceLooks
{
    private const float SameFace = 0.4f; // intersection over union
    private const float Bias = 0.2f;     // so that a policy acts well from a score of 0.5 upwards

    /// <param name="faces">What was seen; the number of a face's view is that of the look.</param>
    /// <param name="looks">Those that were taken.</param>
    public static List<SeenBox> Fuse(List<SeenBox> faces, IReadOnlyList<FaceLook> looks)
    {
        faces.Sort(ViewMerge.Order);
        var used = new bool[faces.Count];
        var best = new SeenBox[looks.Count];
        var fused = new List<SeenBox>();
        for (var i = 0; i < faces.Count; i++)
        {
            if (used[i]) continue;
            Array.Clear(best);
            for (var j = i; j < faces.Count; j++)
            {
                if (used[j] || !IsSame(faces[i], faces[j])) continue;
                used[j] = true;
                if (best[faces[j].View].Score == 0) best[faces[j].View] = faces[j]; // sorted: the surest comes first
            }
            fused.Add(Mean(best, looks));
        }
        return fused;
    }

    private static SeenBox Mean(SeenBox[] seen, IReadOnlyList<FaceLook> looks)
    {
        float left = 0, top = 0, right = 0, bottom = 0, weight = 0;
        foreach (ref readonly var box in seen.AsSpan())
        {
            (left, top) = (left + box.Left * box.Score, top + box.Top * box.Score);
            (right, bottom) = (right + box.Right * box.Score, bottom + box.Bottom * box.Score);
            weight += box.Score;
        }
        float logit = 0, said = 0;
        for (var i = 0; i < seen.Length; i++)
        {
            var say = looks[i].Say((bottom - top) / weight, seen[i].Score > 0);
            logit += say * FaceLook.Logit(seen[i].Score);
            said += say;
        }
        var score = 1 / (1 + MathF.Exp(-(logit / said + Bias)));
        return new(left / weight, top / weight, right / weight, bottom / weight, score);
    }

    private static bool IsSame(in SeenBox a, in SeenBox b)
    {
        var shared = a.Intersection(in b);
        return shared >= SameFace * (a.Area + b.Area - shared);
    }
}
