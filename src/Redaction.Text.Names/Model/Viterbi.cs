namespace Redaction.Text.Names;

/// <summary>The best sequence of tags in which every I-x follows B-x or I-x (FORMAT.md, 8). Tag 0 is O,
/// then B-x and I-x by turns.</summary>
internal static class Viterbi
{
    public static void Decode(ReadOnlySpan<float> logits, int tags, float oBias, Span<byte> back, Span<byte> path)
    {
        Span<float> scores = stackalloc float[64], next = stackalloc float[64];
        for (var k = 0; k < tags; k++) scores[k] = IsInside(k) ? float.NegativeInfinity : Logit(logits, k, oBias);
        for (var t = 1; t < path.Length; t++)
        {
            var row = logits.Slice(t * tags, tags);
            var best = 0;
            for (var k = 1; k < tags; k++)
                if (scores[k] > scores[best]) best = k;
            for (var k = 0; k < tags; k++)
            {
                var from = !IsInside(k) ? best : scores[k - 1] >= scores[k] ? k - 1 : k;
                next[k] = scores[from] + Logit(row, k, oBias);
                back[t * tags + k] = (byte)from;
            }
            next[..tags].CopyTo(scores);
        }
        var last = 0;
        for (var k = 1; k < tags; k++)
            if (scores[k] > scores[last]) last = k;
        for (var t = path.Length - 1; t >= 0; t--)
        {
            path[t] = (byte)last;
            if (t > 0) last = back[t * tags + last];
        }
    }

    public static bool IsInside(int tag) => tag > 0 && tag % 2 == 0;

    private static float Logit(ReadOnlySpan<float> row, int tag, float oBias) => tag == 0 ? row[0] - oBias : row[tag];
}
