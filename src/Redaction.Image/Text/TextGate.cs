using System.Buffers;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Tells where in an image text may stand, so that the finder of lines, which costs twenty times as much, looks only
/// there.</summary>
/// <remarks>Looks at the size of the finder, and at half of it for large letters. Thread-safe; holds the model.</remarks>
/// <param name="quality">With <see cref="DetectionQuality.Fast"/> fewer cells are looked into.</param>
/// <param name="options">How the model runs.</param>
internal sealed class TextGate(DetectionQuality quality, OnnxOptions? options) : IDisposable
{
    private const int Cell = 16, Multiple = 2; // pixels of a cell; cells of the finder's coarsest stride
    private const float LeastWhenFast = 0.6f, LeastElse = 0.2f; // the latter keeps name tags of few pixels
    private const int Around = 2;              // cells: the least distance of a line from the edge of its region
    private const float Whole = 0.8f;          // share of a view that is looked at as a whole
    private readonly float _least = quality == DetectionQuality.Fast ? LeastWhenFast : LeastElse;
    private readonly OnnxModel _model = ImageModels.Catalog.Load("text-gate", options);

    public string Version => _model.Manifest.Version;

    /// <summary>The parts of a view in which lines are to be searched.</summary>
    /// <param name="source">The image.</param>
    /// <param name="view">Of it, in its pixels.</param>
    /// <param name="step">Pixels of the image for a pixel of the finder.</param>
    public IReadOnlyList<PixelBox> Parts(ImageSource source, PixelBox view, float step)
    {
        int columns = Cells(view.Width, step), rows = Cells(view.Height, step);
        var marked = new bool[columns * rows];
        Mark(source, view, step, 1, marked, columns);
        Mark(source, view, 2 * step, 2, marked, columns);
        var parts = CellRegions.Of(marked, columns, Around, Multiple);
        if (parts.Sum(static p => (long)p.Width * p.Height) > Whole * marked.Length) return [view];
        return [.. parts.Select(part => InImage(part, view, step * Cell))];
    }

    public void Dispose() => _model.Dispose();

    private static int Cells(int length, float step) =>
        Math.Max(1, ((int)MathF.Ceiling(length / step) + Cell * Multiple - 1) / (Cell * Multiple)) * Multiple;

    private static PixelBox InImage(PixelBox part, PixelBox view, float cell) => PixelBox.FromBounds(
        view.X + (int)(part.X * cell), view.Y + (int)(part.Y * cell),
        Math.Min(view.Right, view.X + (int)MathF.Ceiling(part.Right * cell)),
        Math.Min(view.Bottom, view.Y + (int)MathF.Ceiling(part.Bottom * cell)));

    /// <summary>Marks the cells of a view, looked at so that one of the model is <paramref name="scale"/> of them wide and high.</summary>
    private void Mark(ImageSource source, PixelBox view, float step, int scale, bool[] marked, int columns)
    {
        int across = Cells(view.Width, step), down = Cells(view.Height, step), width = across * Cell, height = down * Cell;
        var pixels = ArrayPool<float>.Shared.Rent(width * height * 3);
        var text = ArrayPool<float>.Shared.Rent(across * down);
        try
        {
            ViewSampler.Sample(source, view.X, view.Y, step, width, height, pixels);
            using (var input = OnnxTensor.Over("pixels", pixels.AsMemory(0, width * height * 3), 1, 3, height, width))
            using (var output = OnnxTensor.Over("text", text.AsMemory(0, across * down), 1, 1, down, across))
                _model.Run(input, output);
            for (var i = 0; i < marked.Length; i++)
            {
                int x = i % columns / scale, y = i / columns / scale;
                if (text[y * across + x] >= _least) marked[i] = true;
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(pixels, clearArray: true);
            ArrayPool<float>.Shared.Return(text, clearArray: true);
        }
    }
}
