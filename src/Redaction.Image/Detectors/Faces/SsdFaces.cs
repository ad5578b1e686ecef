using System.Buffers;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Runs the SSD with MobileNetV1 (512 x 512) on one view of an image.</summary>
internal sealed class SsdFaces(OnnxOptions? options) : IDisposable
{
    public const int Side = 512;
    private const int Places = 5118;
    private const float MinScore = 0.02f;
    private const float Trust = 0.85f; // of its logits, so that they mean what BlazeFace's do
    private const float Brow = 0.15f, Ear = 0.03f, Chin = 0.05f; // its boxes take in the hair and leave out a little at the right and below
    private readonly OnnxModel _model = ImageModels.Catalog.Load("face-ssd-mobilenet", options);

    /// <summary>Tiles show things that only look like faces.</summary>
    public static float DoubtOf(in FaceView view) =>
        view.Inner == CutSides.None ? 0 : view.Size switch { >= 2048 => 0.5f, >= 1024 => 0.8f, _ => 1.2f };

    public string Version => _model.Manifest.Version;

    /// <summary>Adds the faces in a view, in coordinates of the image, without those that a cut goes through.</summary>
    public void Detect(ImageSource source, FaceView view, int number, List<SeenBox> faces)
    {
        var input = ArrayPool<float>.Shared.Rent(Side * Side * 3);
        var output = ArrayPool<float>.Shared.Rent(Places * 5);
        try
        {
            ViewSampler.Sample(source, view, Side, input);
            using (var pixels = OnnxTensor.Over("pixels", input.AsMemory(0, Side * Side * 3), 1, 3, Side, Side))
            using (var scores = OnnxTensor.Over("scores", output.AsMemory(0, Places), 1, Places))
            using (var boxes = OnnxTensor.Over("boxes", output.AsMemory(Places, Places * 4), 1, Places, 4))
                _model.Run(pixels, scores, boxes);
            Decode(output.AsSpan(0, Places), output.AsSpan(Places, Places * 4), view, number, faces);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input, clearArray: true);
            ArrayPool<float>.Shared.Return(output, clearArray: true);
        }
    }

    public void Dispose() => _model.Dispose();

    /// <summary>Boxes are left, top, right and bottom in pixels of the view.</summary>
    internal static void Decode(ReadOnlySpan<float> scores, ReadOnlySpan<float> boxes, FaceView view, int number, List<SeenBox> faces)
    {
        var scale = view.Size / (float)Side;
        for (var i = 0; i < scores.Length; i++)
        {
            if (!(scores[i] >= MinScore)) continue;
            var box = boxes.Slice(i * 4, 4);
            if (!(box[2] > box[0] && box[3] > box[1]) || IsCut(view.Inner, box)) continue;
            float width = box[2] - box[0], height = box[3] - box[1];
            var logit = Trust * MathF.Log(scores[i] / Math.Max(1 - scores[i], 1e-6f)) - view.Doubt;
            faces.Add(new(view.X + box[0] * scale, view.Y + (box[1] + Brow * height) * scale,
                view.X + (box[2] + Ear * width) * scale, view.Y + (box[3] + Chin * height) * scale, 1 / (1 + MathF.Exp(-logit)), number));
        }
    }

    private static bool IsCut(CutSides inner, ReadOnlySpan<float> box) =>
        (inner.HasFlag(CutSides.Left) && box[0] < 2) || (inner.HasFlag(CutSides.Right) && box[2] > Side - 2)
        || (inner.HasFlag(CutSides.Top) && box[1] < 2) || (inner.HasFlag(CutSides.Bottom) && box[3] > Side - 2);
}
