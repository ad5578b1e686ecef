using System.Buffers;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Runs CenterFace (Xu et al. 2019, arXiv:1911.03599), which sees a face as the point in its middle, on one view of an
/// image.</summary>
internal sealed class CenterFace(OnnxOptions? options) : IDisposable
{
    private const int Stride = 4;
    private const float HalfRange = 127.5f; // the model takes 0 .. 255, the sampler gives -1 .. 1
    private readonly OnnxModel _model = ImageModels.Catalog.Load("face-centerface", options);

    public string Version => _model.Manifest.Version;

    /// <summary>Adds the faces in a view, in coordinates of the image, without those that a cut goes through.</summary>
    public void Detect(ImageSource source, in ModelView view, bool mirrored, int number, float least, List<SeenBox> faces)
    {
        int columns = view.Columns, rows = view.Rows, cells = columns / Stride * (rows / Stride);
        var input = ArrayPool<float>.Shared.Rent(columns * rows * 3);
        var output = ArrayPool<float>.Shared.Rent(cells * 5);
        try
        {
            var pixels = input.AsMemory(0, columns * rows * 3);
            ViewSampler.Sample(source, view.X, view.Y, view.Step, columns, rows, pixels.Span);
            foreach (ref var value in pixels.Span) value = (value + 1) * HalfRange;
            for (var row = 0; mirrored && row < rows * 3; row++) pixels.Span.Slice(row * columns, columns).Reverse();
            using (var image = OnnxTensor.Over("input.1", pixels, 1, 3, rows, columns))
            using (var heat = OnnxTensor.Over("537", output.AsMemory(0, cells), 1, 1, rows / Stride, columns / Stride))
            using (var sizes = OnnxTensor.Over("538", output.AsMemory(cells, 2 * cells), 1, 2, rows / Stride, columns / Stride))
            using (var offsets = OnnxTensor.Over("539", output.AsMemory(3 * cells, 2 * cells), 1, 2, rows / Stride, columns / Stride))
                _model.Run(image, heat, sizes, offsets);
            Decode(output.AsSpan(0, cells * 5), in view, mirrored, number, least, faces);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input, clearArray: true);
            ArrayPool<float>.Shared.Return(output, clearArray: true);
        }
    }

    public void Dispose() => _model.Dispose();

    /// <summary>Planes of heat, logarithms of height and width, offsets down and across, each with a value a cell.</summary>
    internal static void Decode(
        ReadOnlySpan<float> output, in ModelView view, bool mirrored, int number, float least, List<SeenBox> faces)
    {
        int columns = view.Columns / Stride, cells = output.Length / 5;
        for (var i = 0; i < cells; i++)
        {
            if (!(output[i] >= least)) continue;
            float height = Stride * MathF.Exp(output[cells + i]), width = Stride * MathF.Exp(output[2 * cells + i]);
            float y = (i / columns + output[3 * cells + i] + 0.5f) * Stride, x = (i % columns + output[4 * cells + i] + 0.5f) * Stride;
            if (mirrored) x = view.Columns - x;
            var face = new SeenBox(view.X + (x - width / 2) * view.Step, view.Y + (y - height / 2) * view.Step,
                view.X + (x + width / 2) * view.Step, view.Y + (y + height / 2) * view.Step, Math.Min(output[i], 1), number);
            if (face.Width > 0 && face.Height > 0 && !view.Cuts(in face)) faces.Add(face);
        }
    }
}
