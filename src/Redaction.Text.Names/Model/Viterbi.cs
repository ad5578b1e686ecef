namespace Redaction.Text.Names;

/// <summary>The best sequence of tags. Tag 0 is O, then B-x and I-x by turns.</summary>
internal static class Viterbi
{
    private const int MostTags = 64;

    /// <summary>The sequence in which every I-x follows B-x or I-x (FORMAT.md, 8).</summary>
    /// <param name="logits">A row of scores for each token.</param>
    /// <param name="tags">Number of tags.</param>
    /// <param name="oBias">What is taken from the score of O.</param>
    /// <param name="back">Memory for as many bytes as there are scores.</param>
    /// <param name="path">Receives the tag of each token.</param>
    public static void Decode(ReadOnlySpan<float> logits, int tags, float oBias, Span<byte> back, Span<byte> path)
    {
        Span<float> scores = stackalloc float[MostTags], next = stackalloc float[MostTags];
        for (var k = 0; k < tags; k++) scores[k] = IsInside(k) ? float.NegativeInfinity : Logit(logits, k, oBias);
        for (var t = 1; t < path.Length; t++)
        {
            var row = logits.Slice(t * tags, tags);
            var best = Best(scores[..tags]);
            for (var k = 0; k < tags; k++)
            {
                var from = !IsInside(k) ? best : scores[k - 1] >= scores[k] ? k - 1 : k;
                next[k] = scores[from] + Logit(row, k, oBias);
                back[t * tags + k] = (byte)from;
            }
            next[..tags].CopyTo(scores);
        }
        Trace(scores[..tags], back, path);
    }

    /// <summary>The sequence with what it costs that one tag follows another.</summary>
    /// <param name="logits">A row of scores for each token.</param>
    /// <param name="transitions">Score of a tag (column) after a tag (row).</param>
    /// <param name="tags">Number of tags.</param>
    /// <param name="back">Memory for as many bytes as there are scores.</param>
    /// <param name="path">Receives the tag of each token.</param>
    public static void Decode(ReadOnlySpan<float> logits, ReadOnlySpan<float> transitions, int tags, Span<byte> back, Span<byte> path)
    {
        Span<float> scores = stackalloc float[MostTags], next = stackalloc float[MostTags];
        logits[..tags].CopyTo(scores);
        for (var t = 1; t < path.Length; t++)
        {
            for (var to = 0; to < tags; to++)
            {
                var best = 0;
                for (var from = 1; from < tags; from++)
                    if (scores[from] + transitions[from * tags + to] > scores[best] + transitions[best * tags + to]) best = from;
                next[to] = scores[best] + transitions[best * tags + to] + logits[t * tags + to];
                back[t * tags + to] = (byte)best;
            }
            next[..tags].CopyTo(scores);
        }
        Trace(scores[..tags], back, path);
    }

    /// <summary>True for a tag that goes on with the one before.</summary>
    public static bool IsInside(int tag) => tag > 0 && tag % 2 == 0;

    /// <summary>The mean over the tokens of the probability that a token is part of anything.</summary>
    public static float Confidence(ReadOnlySpan<float> logits, int tags)
    {
        var sum = 0f;
        for (var row = logits; !row.IsEmpty; row = row[tags..])
        {
            var most = row[0];
            foreach (var logit in row[..tags]) most = MathF.Max(most, logit);
            var total = 0f;
            foreach (var logit in row[..tags]) total += MathF.Exp(logit - most);
            sum += 1 - MathF.Exp(row[0] - most) / total;
        }
        return sum * tags / logits.Length;
    }

    /// <summary>Goes back from the best last tag.</summary>
    private static void Trace(ReadOnlySpan<float> scores, ReadOnlySpan<byte> back, Span<byte> path)
    {
        var last = Best(scores);
        for (var t = path.Length - 1; t >= 0; t--)
        {
            path[t] = (byte)last;
            if (t > 0) last = back[t * scores.Length + last];
        }
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var k = 1; k < scores.Length; k++)
            if (scores[k] > scores[best]) best = k;
        return best;
    }

    private static float Logit(ReadOnlySpan<float> row, int tag, float oBias) => tag == 0 ? row[0] - oBias : row[tag];
}
