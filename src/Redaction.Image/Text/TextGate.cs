using System.Numerics;
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
    private const float LeastWhenFast = 0.6f, SureWhenFast = 0.6f;
    private const float LeastElse = 0.25f, SureElse = 0.4f; // these keep name tags of few pixels
    private const int Around = 2;              // cells: the least distance of a line from the edge of its region
    private const float Whole = 0.9f;          // share of a view that is looked at as a whole
    private readonly (float Least, float Sure) _score =
        quality == DetectionQuality.Fast ? (LeastWhenFast, SureWhenFast) : (LeastElse, SureElse);
    private readonly OnnxModel _model = ImageModels.Catalog.Load("text-gate", options);

    public string Version => _model.Manifest.Version;

    /// <summary>The parts of a view in which lines are to be searched.</summary>
    /// <param name="source">The image.</param>
    /// <param name="view">Of it, in its pixels.</param>
    /// <param name="step">Pixels of the image for a pixel of the finder.</param>
    public IReadOnlyList<PixelBox> Parts(ImageSource source, PixelBox view, float step) => Look(source, view, step).Parts;

    /// <summary>Where in a view text may stand.</summary>
    /// <param name="source">The image.</param>
    /// <param name="view">Of it, in its pixels.</param>
    /// <param name="step">Pixels of the image for a pixel of the finder.</param>
    /// <param name="seen">Lines that need not be searched again.</param>
    public TextPlaces Look(ImageSource source, PixelBox view, float step, SeenLines? seen = null)
    {
        int columns = Cells(view.Width, step), rows = Cells(view.Height, step);
        var likely = new float[columns * rows];
        var (width, height) = (columns * Cell, rows * Cell);
        using (var large = new RentedFloats(3 * Size(view.Width, 2 * step) * Size(view.Height, 2 * step)))
        {
            ViewSampler.Sample(source, view.X, view.Y, 2 * step, Size(view.Width, 2 * step), Size(view.Height, 2 * step), large.Span);
            Mark(large.Memory, Size(view.Width, 2 * step), Size(view.Height, 2 * step), 2, likely, columns);
        }
        using (var planes = ViewSampler.View(source, view.X, view.Y, step, width, height))
            Mark(planes.Values, width, height, 1, likely, columns);
        var left = seen is null ? likely : Without(seen, likely, columns, view, step * Cell);
        var parts = CellRegions.Of(left, columns, _score, Around, Multiple);
        var isWhole = parts.Sum(static p => (long)p.Width * p.Height) > Whole * likely.Length;
        return new(isWhole ? [view] : [.. parts.Select(part => InImage(part, view, step * Cell))], view, likely, columns, step * Cell,
            _score.Least);
    }

    public void Dispose() => _model.Dispose();

    /// <summary>The cells, nothing in those whose middle lies in a line that was seen.</summary>
    private static float[] Without(SeenLines seen, float[] likely, int columns, PixelBox view, float cell)
    {
        var left = (float[])likely.Clone();
        for (var i = 0; i < left.Length; i++)
        {
            var middle = new Vector2(i % columns + 0.5f, i / columns + 0.5f) * cell + new Vector2(view.X, view.Y);
            if (left[i] > 0 && seen.Cover(middle)) left[i] = 0;
        }
        return left;
    }

    private static int Cells(int length, float step) =>
        Math.Max(1, ((int)MathF.Ceiling(length / step) + Cell * Multiple - 1) / (Cell * Multiple)) * Multiple;

    private static PixelBox InImage(PixelBox part, PixelBox view, float cell) => PixelBox.FromBounds(
        view.X + (int)(part.X * cell), view.Y + (int)(part.Y * cell),
        Math.Min(view.Right, view.X + (int)MathF.Ceiling(part.Right * cell)),
        Math.Min(view.Bottom, view.Y + (int)MathF.Ceiling(part.Bottom * cell)));

    private static int Size(int length, float step) => Cells(length, step) * Cell;

    /// <summary>Tells how likely there is text in the cells of a view, looked at so that one of the model is <paramref name="scale"/> of
    /// them wide and high.</summary>
    private void Mark(Memory<float> planes, int width, int height, int scale, float[] likely, int columns)
    {
        int across = width / Cell, down = height / Cell;
        using var text = new RentedFloats(across * down);
        using (var input = OnnxTensor.Over("pixels", planes, 1, 3, height, width))
        using (var output = OnnxTensor.Over("text", text.Memory, 1, 1, down, across))
            _model.Run(input, output);
        var cells = text.Span;
        for (var i = 0; i < likely.Length; i++)
        {
            int x = i % columns / scale, y = i / columns / scale;
            likely[i] = Math.Max(likely[i], cells[y * across + x]);
        }
    }
}
