using Redaction.Onnx;

namespace Redaction;

/// <summary>An ONNX model that gives each piece of a text a label, as those that Hugging Face's <c>optimum</c> exports.</summary>
/// <remarks>Thread-safe. Long texts go through it in windows that share a quarter; of what two of them see, each gives the half that lies
/// nearer to its middle.</remarks>
/// <param name="model">Takes the numbers of the pieces and gives <c>logits</c>: 1 × pieces × labels.</param>
/// <param name="pieces">Cuts texts.</param>
/// <param name="labels">The labels by their numbers.</param>
/// <param name="window">Most pieces of a pass, with the two around them.</param>
internal sealed class TokenClassifier(OnnxModel model, ITextPieces pieces, string[] labels, int window) : ISpanSource
{
    /// <summary>What is asked of the model.</summary>
    public const string Output = "logits";

    private const string Ids = "input_ids", Mask = "attention_mask", Types = "token_type_ids";
    private readonly LabelScheme[] _labels = [.. labels.Select(LabelScheme.Of)];

    /// <summary>What a model may take.</summary>
    public static string[] Inputs { get; } = [Ids, Mask, Types];

    /// <inheritdoc/>
    public IReadOnlyList<PluginSpan> Find(string text, string? locale)
    {
        var cut = new List<TextPiece>();
        pieces.Cut(text, cut);
        var (best, scores) = (new int[cut.Count], new float[cut.Count]);
        var most = window - 2;
        for (int start = 0, kept = 0; kept < cut.Count; start += most - most / 4)
        {
            var count = Math.Min(most, cut.Count - start);
            var end = start + count;
            var until = end == cut.Count ? end : end - most / 8;
            Label(cut, start, count, kept..until, best, scores);
            kept = until;
        }
        return LabelledWords.Spans(text, cut, best, scores, _labels);
    }

    private void Label(List<TextPiece> cut, int start, int count, Range keep, int[] best, float[] scores)
    {
        var length = count + 2;
        var (ids, mask, types, logits) = (new long[length], new long[length], new long[length], new float[length * _labels.Length]);
        (ids[0], ids[^1]) = (pieces.First, pieces.Last);
        for (var i = 0; i < count; i++) ids[i + 1] = cut[start + i].Id;
        Array.Fill(mask, 1);
        List<OnnxTensor> inputs = [];
        foreach (var (name, data) in ((string, long[])[])[(Ids, ids), (Mask, mask), (Types, types)])
            if (model.Inputs.Contains(name)) inputs.Add(OnnxTensor.Over(name, data, 1, length));
        try
        {
            using var output = OnnxTensor.Over(Output, logits, 1, length, _labels.Length);
            model.Run(inputs, [output]);
        }
        finally
        {
            foreach (var input in inputs) input.Dispose();
        }
        for (var i = keep.Start.Value; i < keep.End.Value; i++)
            (best[i], scores[i]) = Best(logits.AsSpan((i - start + 1) * _labels.Length, _labels.Length));
    }

    /// <summary>The likeliest label and its probability.</summary>
    private (int Label, float Score) Best(ReadOnlySpan<float> logits)
    {
        var best = 0;
        for (var i = 1; i < logits.Length; i++)
            if (logits[i] > logits[best]) best = i;
        var sum = 0f;
        foreach (var logit in logits) sum += MathF.Exp(logit - logits[best]);
        return float.IsFinite(sum) ? (best, 1 / sum)
            : throw new RedactionException(ErrorCodes.ComponentFailed, model.Manifest.Id, "The model gave no numbers.");
    }
}
