using System.Buffers;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Runs BlazeFace (back camera, 256 x 256) on one view of an image and decodes its anchors.</summary>
internal sealed class BlazeFace(OnnxOptions? options) : IDisposable
{
    public const int Side = 256;
    private const float MinLogit = -2.75f; // a score of 0.06: the verifier looks at the doubtful ones
    private const float Chin = 0.1f; // the model's boxes end above the chin, by a tenth of their height
    private const int FineCells = 16, FineAnchors = 2, CoarseCells = 8, CoarseAnchors = 6, Values = 16;
    private const int Fine = FineCells * FineCells * FineAnchors, Coarse = CoarseCells * CoarseCells * CoarseAnchors;
    private readonly OnnxModel _model = ImageModels.Catalog.Load("face-blazeface-back", options);

    public string Version => _model.Manifest.Version;

    /// <summary>Adds the faces in a view, in coordinates of the image, without those that a cut goes through.</summary>
    public void Detect(ImageSource source, FaceView view, int number, List<SeenBox> faces)
    {
        var input = ArrayPool<float>.Shared.Rent(Side * Side * 3);
        var output = ArrayPool<float>.Shared.Rent((Fine + Coarse) * (Values + 1));
        try
        {
            ViewSampler.Sample(source, view, Side, input);
            Run(input, output);
            var scores = output.AsSpan();
            Decode(scores[..Fine], scores.Slice(Fine + Coarse, Fine * Values), FineCells, FineAnchors, view, number, faces);
            Decode(scores.Slice(Fine, Coarse), scores.Slice(Fine + Coarse + Fine * Values, Coarse * Values), CoarseCells, CoarseAnchors, view, number, faces);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input, clearArray: true);
            ArrayPool<float>.Shared.Return(output, clearArray: true);
        }
    }

    public void Dispose() => _model.Dispose();

    /// <summary>Centre and size are pixels of the view; the centre is relative to the middle of the anchor's cell, the size absolute.</summary>
    internal static void Decode(ReadOnlySpan<float> logits, ReadOnlySpan<float> boxes, int cells, int anchors, FaceView view, int number, List<SeenBox> faces)
    {
        var scale = view.Size / (float)Side;
        for (var i = 0; i < logits.Length; i++)
        {
            if (!(logits[i] - view.Doubt >= MinLogit)) continue;
            var score = 1 / (1 + MathF.Exp(view.Doubt - Math.Min(logits[i], 50f)));
            var cell = i / anchors;
            var box = boxes.Slice(i * Values, 4);
            var x = (cell % cells + 0.5f) * Side / cells + box[0];
            var y = (cell / cells + 0.5f) * Side / cells + box[1];
            float halfWidth = box[2] / 2, halfHeight = box[3] / 2;
            if (!(halfWidth > 0 && halfHeight > 0)) continue;
            if (IsCut(view.Inner, x, y, halfWidth, halfHeight)) continue;
            faces.Add(new(view.X + (x - halfWidth) * scale, view.Y + (y - halfHeight) * scale,
                view.X + (x + halfWidth) * scale, view.Y + (y + halfHeight * (1 + 2 * Chin)) * scale, score, number));
        }
    }

    private static bool IsCut(CutSides inner, float x, float y, float halfWidth, float halfHeight) =>
        (inner.HasFlag(CutSides.Left) && x - halfWidth < 1) || (inner.HasFlag(CutSides.Right) && x + halfWidth > Side - 1)
        || (inner.HasFlag(CutSides.Top) && y - halfHeight < 1) || (inner.HasFlag(CutSides.Bottom) && y + halfHeight > Side - 1);

    private void Run(float[] input, float[] output)
    {
        const int boxes = Fine + Coarse;
        using var image = OnnxTensor.Over("input:0", input.AsMemory(0, Side * Side * 3), 1, Side, Side, 3);
        using var fineScores = OnnxTensor.Over("Identity:0", output.AsMemory(0, Fine), 1, Fine, 1);
        using var coarseScores = OnnxTensor.Over("Identity_1:0", output.AsMemory(Fine, Coarse), 1, Coarse, 1);
        using var fineBoxes = OnnxTensor.Over("Identity_2:0", output.AsMemory(boxes, Fine * Values), 1, Fine, Values);
        using var coarseBoxes = OnnxTensor.Over("Identity_3:0", output.AsMemory(boxes + Fine * Values, Coarse * Values), 1, Coarse, Values);
        _model.Run(image, fineScores, coarseScores, fineBoxes, coarseBoxes);
    }
}
