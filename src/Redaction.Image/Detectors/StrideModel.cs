using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Runs a net of ours with strides of 8, 16 and 32 on one view of an image.</summary>
/// <param name="id">Of the model.</param>
/// <param name="options">How it runs.</param>
internal sealed class StrideModel(string id, OnnxOptions? options) : IDisposable
{
    public const string Plates = "plate-strides";
    public const float MinScore = 0.1f;
    private readonly OnnxModel _model = ImageModels.Catalog.Load(id, options);

    public string Version => _model.Manifest.Version;

    /// <summary>Adds the things seen in a view, in coordinates of the image, without those that a cut goes through.</summary>
    public void Detect(ImageSource source, in ModelView view, int number, List<SeenBox> things)
    {
        int columns = view.Columns, rows = view.Rows;
        var places = (columns / 8 * (rows / 8)) + (columns / 16 * (rows / 16)) + (columns / 32 * (rows / 32));
        using var output = new RentedFloats(places * 5);
        using (var input = ViewSampler.View(source, view.X, view.Y, view.Step, columns, rows))
        using (var pixels = OnnxTensor.Over("pixels", input.Values, 1, 3, rows, columns))
        using (var scores = OnnxTensor.Over("scores", output.Memory[..places], 1, places))
        using (var boxes = OnnxTensor.Over("boxes", output.Memory[places..], 1, places, 4))
            _model.Run(pixels, scores, boxes);
        Decode(output.Span[..places], output.Span[places..], in view, number, things);
    }

    public void Dispose() => _model.Dispose();

    internal static void Decode(ReadOnlySpan<float> scores, ReadOnlySpan<float> boxes, in ModelView view, int number, List<SeenBox> things)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            if (!(scores[i] >= MinScore)) continue;
            var box = boxes.Slice(i * 4, 4);
            var thing = new SeenBox(view.X + box[0] * view.Step, view.Y + box[1] * view.Step, view.X + box[2] * view.Step,
                view.Y + box[3] * view.Step, scores[i], number);
            if (thing.Width > 0 && thing.Height > 0 && !view.Cuts(in thing)) things.Add(thing);
        }
    }
}
