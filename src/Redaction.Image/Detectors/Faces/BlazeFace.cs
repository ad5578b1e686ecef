using System.Buffers;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Runs BlazeFace (back camera) on one view of an image and decodes its anchors.</summary>
internal sealed class BlazeFace(OnnxOptions? options) : IDisposable
{
    private const float MinLogit = -2.75f; // a score of 0.06: the verifier looks at the doubtful ones
    private const float Chin = 0.1f; // the model's boxes end above the chin, by a tenth of their height
    private const int FineStride = 16, FineAnchors = 2, CoarseStride = 32, CoarseAnchors = 6, Values = 16;
    private readonly OnnxModel _model = ImageModels.Catalog.Load("face-blazeface-back", options);

    public string Version => _model.Manifest.Version;

    /// <summary>Adds the faces in a view, in coordinates of the image, without those that a cut goes through.</summary>
    public void Detect(ImageSource source, in ModelView view, float doubt, int number, List<SeenBox> faces)
    {
        int columns = view.Columns, rows = view.Rows;
        int fine = columns / FineStride * (rows / FineStride) * FineAnchors,
            coarse = columns / CoarseStride * (rows / CoarseStride) * CoarseAnchors;
        var input = ArrayPool<float>.Shared.Rent(columns * rows * 3);
        var output = ArrayPool<float>.Shared.Rent((fine + coarse) * (Values + 1));
        try
        {
            ViewSampler.Sample(source, view.X, view.Y, view.Step, columns, rows, input);
            Run(input, output, columns, rows, fine, coarse);
            var all = output.AsSpan();
            Decode(all[..fine], all.Slice(fine + coarse, fine * Values), FineStride, FineAnchors, in view, doubt, number, faces);
            Decode(all.Slice(fine, coarse), all.Slice(fine + coarse + fine * Values, coarse * Values), CoarseStride, CoarseAnchors, in view,
                doubt, number, faces);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input, clearArray: true);
            ArrayPool<float>.Shared.Return(output, clearArray: true);
        }
    }

    public void Dispose() => _model.Dispose();

    /// <summary>Centre and size are pixels of the view; the centre is relative to the middle of the anchor's
    /// cell, the size absolute.</summary>
    internal static void Decode(ReadOnlySpan<float> logits, ReadOnlySpan<float> boxes, int stride, int anchors, in ModelView view,
        float doubt, int number, List<SeenBox> faces)
    {
        var columns = view.Columns / stride;
        for (var i = 0; i < logits.Length; i++)
        {
            if (!(logits[i] - doubt >= MinLogit)) continue;
            var score = 1 / (1 + MathF.Exp(doubt - Math.Min(logits[i], 50f)));
            var cell = i / anchors;
            var box = boxes.Slice(i * Values, 4);
            var x = (cell % columns + 0.5f) * stride + box[0];
            var y = (cell / columns + 0.5f) * stride + box[1];
            float halfWidth = box[2] / 2, halfHeight = box[3] / 2;
            if (!(halfWidth > 0 && halfHeight > 0)) continue;
            var face = new SeenBox(view.X + (x - halfWidth) * view.Step, view.Y + (y - halfHeight) * view.Step,
                view.X + (x + halfWidth) * view.Step, view.Y + (y + halfHeight) * view.Step, score, number);
            if (!view.Cuts(in face)) faces.Add(face with { Bottom = face.Bottom + Chin * face.Height });
        }
    }

    private void Run(float[] input, float[] output, int columns, int rows, int fine, int coarse)
    {
        var boxes = fine + coarse;
        using var image = OnnxTensor.Over("input:0", input.AsMemory(0, columns * rows * 3), 1, 3, rows, columns);
        using var fineScores = OnnxTensor.Over("Identity:0", output.AsMemory(0, fine), 1, fine, 1);
        using var coarseScores = OnnxTensor.Over("Identity_1:0", output.AsMemory(fine, coarse), 1, coarse, 1);
        using var fineBoxes = OnnxTensor.Over("Identity_2:0", output.AsMemory(boxes, fine * Values), 1, fine, Values);
        using var coarseBoxes = OnnxTensor.Over("Identity_3:0", output.AsMemory(boxes + fine * Values, coarse * Values), 1, coarse, Values);
        _model.Run(image, fineScores, coarseScores, fineBoxes, coarseBoxes);
    }
}
