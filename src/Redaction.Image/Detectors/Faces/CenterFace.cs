using System.Numerics;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Runs CenterFace (Xu et al. 2019, arXiv:1911.03599), which sees a face as the point in its middle, on one view of an
/// image.</summary>
internal sealed class CenterFace(OnnxOptions? options) : IDisposable
{
    public const int Marks = 5;        // the eyes, the nose and the corners of the mouth
    private const int Stride = 4;
    private const float LeastMarked = 0.2f; // score of a face whose marks are believed
    private const float HalfRange = 127.5f; // the model takes 0 .. 255, the sampler gives -1 .. 1
    private readonly OnnxModel _model = ImageModels.Catalog.Load("face-centerface", options);

    public string Version => _model.Manifest.Version;

    /// <summary>Adds the faces in a view, in coordinates of the image, without those that a cut goes through.</summary>
    public void Detect(ImageSource source, in ModelView view, bool mirrored, int number, float least, List<SeenBox> faces)
    {
        int columns = view.Columns, rows = view.Rows, cells = columns / Stride * (rows / Stride);
        using var pixels = new RentedFloats(columns * rows * 3);
        using var output = new RentedFloats(cells * 5);
        ViewSampler.Sample(source, view.X, view.Y, view.Step, columns, rows, pixels.Span);
        FloatScale.Apply(pixels.Span, pixels.Span, 1, HalfRange, 0);
        for (var row = 0; mirrored && row < rows * 3; row++) pixels.Span.Slice(row * columns, columns).Reverse();
        using (var image = OnnxTensor.Over("input.1", pixels.Memory, 1, 3, rows, columns))
        using (var heat = OnnxTensor.Over("537", output.Memory[..cells], 1, 1, rows / Stride, columns / Stride))
        using (var sizes = OnnxTensor.Over("538", output.Memory.Slice(cells, 2 * cells), 1, 2, rows / Stride, columns / Stride))
        using (var offsets = OnnxTensor.Over("539", output.Memory.Slice(3 * cells, 2 * cells), 1, 2, rows / Stride, columns / Stride))
            _model.Run(image, heat, sizes, offsets);
        Decode(output.Span, in view, mirrored, number, least, faces);
    }

    /// <summary>Fills the marks of the surest face whose middle lies in a box, in coordinates of the image; false where there is none.
    /// </summary>
    public bool TryMark(ImageSource source, in ModelView view, PixelBox box, Span<Vector2> marks)
    {
        int columns = view.Columns / Stride, rows = view.Rows / Stride, cells = columns * rows;
        using var pixels = new RentedFloats(view.Columns * view.Rows * 3);
        using var output = new RentedFloats(cells * (5 + 2 * Marks));
        ViewSampler.Sample(source, view.X, view.Y, view.Step, view.Columns, view.Rows, pixels.Span);
        FloatScale.Apply(pixels.Span, pixels.Span, 1, HalfRange, 0);
        using (var image = OnnxTensor.Over("input.1", pixels.Memory, 1, 3, view.Rows, view.Columns))
        using (var heat = OnnxTensor.Over("537", output.Memory[..cells], 1, 1, rows, columns))
        using (var sizes = OnnxTensor.Over("538", output.Memory.Slice(cells, 2 * cells), 1, 2, rows, columns))
        using (var offsets = OnnxTensor.Over("539", output.Memory.Slice(3 * cells, 2 * cells), 1, 2, rows, columns))
        using (var points = OnnxTensor.Over("540", output.Memory[(5 * cells)..], 1, 2 * Marks, rows, columns))
            _model.Run(image, heat, sizes, offsets, points);
        var faces = new List<SeenBox>();
        Decode(output.Span[..(5 * cells)], in view, mirrored: false, 0, LeastMarked, faces, byCell: true);
        faces.RemoveAll(f => !box.Overlaps(new((int)((f.Left + f.Right) / 2), (int)((f.Top + f.Bottom) / 2), 1, 1)));
        if (faces.Count == 0) return false;
        var face = faces.MaxBy(static f => f.Score);
        var values = output.Span[(5 * cells)..];
        for (var i = 0; i < Marks; i++) // parts of the box, down and across
            marks[i] = new(face.Left + values[(2 * i + 1) * cells + face.View] * face.Width,
                face.Top + values[2 * i * cells + face.View] * face.Height);
        return true;
    }

    public void Dispose() => _model.Dispose();

    /// <summary>Planes of heat, logarithms of height and width, offsets down and across, each with a value a cell.</summary>
    /// <param name="output">The planes, one after the other.</param>
    /// <param name="view">What was looked at.</param>
    /// <param name="mirrored">Whether left and right were changed over.</param>
    /// <param name="number">Is said to be the view of each face.</param>
    /// <param name="least">Score from which a face is added.</param>
    /// <param name="faces">Receives them.</param>
    /// <param name="byCell">Whether the number of its cell is said to be a face's view instead.</param>
    internal static void Decode(ReadOnlySpan<float> output, in ModelView view, bool mirrored, int number, float least,
        List<SeenBox> faces, bool byCell = false)
    {
        int columns = view.Columns / Stride, cells = output.Length / 5;
        for (var i = 0; i < cells; i++)
        {
            if (!(output[i] >= least)) continue;
            float height = Stride * MathF.Exp(output[cells + i]), width = Stride * MathF.Exp(output[2 * cells + i]);
            float y = (i / columns + output[3 * cells + i] + 0.5f) * Stride, x = (i % columns + output[4 * cells + i] + 0.5f) * Stride;
            if (mirrored) x = view.Columns - x;
            var face = new SeenBox(view.X + (x - width / 2) * view.Step, view.Y + (y - height / 2) * view.Step,
                view.X + (x + width / 2) * view.Step, view.Y + (y + height / 2) * view.Step, Math.Min(output[i], 1),
                byCell ? i : number);
            if (face.Width > 0 && face.Height > 0 && !view.Cuts(in face)) faces.Add(face);
        }
    }
}
