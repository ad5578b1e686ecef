using System.Numerics;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Finds lines of text with PP-OCR's detectors, which mark the core of each line
/// (differentiable binarisation, Liao et al. 2020, arXiv:1911.08947): that of version 4 where it must be fast, else that of
/// version 6, which takes half as long again and separates lines and accents better. Of pictures with strong strokes that are no
/// letters, or with papers on a wall, version 6 takes all for one line: such views are looked at with version 4 instead.</summary>
internal sealed class LineFinder(DetectionQuality quality, OnnxOptions? options) : IDisposable
{
    private const int Multiple = 32;
    private const float Mark = 0.3f;      // of a pixel to belong to the core of a line
    private const float LineScore = 0.5f; // mean over a core
    private const float Unclip = 1.8f;    // a core is smaller than its line: area x this / perimeter is the distance that it grows by
    private const float MinSide = 3;      // of a core, in pixels of the model
    private const float MostHeight = 128; // of the core of a line, in pixels of the model
    private const string Version4 = "ocr-ppocr-v4-lines", Version6 = "ocr-ppocr-v6-lines";
    private static readonly float[] s_mean = [0.485f, 0.456f, 0.406f], s_deviation = [0.229f, 0.224f, 0.225f];
    private readonly OnnxModel _model = ImageModels.Catalog.Load(quality == DetectionQuality.Fast ? Version4 : Version6, options);
    private readonly Lazy<OnnxModel>? _other =
        quality == DetectionQuality.Fast ? null : new(() => ImageModels.Catalog.Load(Version4, options));

    public string Version => _model.Manifest.Version;

    /// <summary>Adds the lines in an image that is looked at with <paramref name="step"/> of its pixels a pixel of the model.</summary>
    public void Find(ImageSource source, PixelBox view, float step, List<TextLine> lines)
    {
        var before = lines.Count;
        if (Find(_model, source, view, step, lines) <= MostHeight || _other is null) return;
        lines.RemoveRange(before, lines.Count - before);
        Find(_other.Value, source, view, step, lines);
    }

    /// <summary>Adds what one model sees; returns the height of the highest core in pixels of the model.</summary>
    private static float Find(OnnxModel model, ImageSource source, PixelBox view, float step, List<TextLine> lines)
    {
        int width = Round(view.Width / step), height = Round(view.Height / step), area = width * height;
        using var map = new RentedFloats(area);
        using (var pixels = new RentedFloats(area * 3))
        {
            Sample(source, view, step, width, height, pixels.Span);
            using var input = OnnxTensor.Over("x", pixels.Memory, 1, 3, height, width);
            using var output = OnnxTensor.Over(model.Manifest.Id == Version4 ? "sigmoid_0.tmp_0" : "fetch_name_0", map.Memory, 1, 1,
                height, width);
            model.Run(input, output);
        }
        return Trace(map.Span, width, height, view, step, lines);
    }

    /// <summary>Planes of blue, green and red with the mean and deviation that the model was trained with.</summary>
    private static void Sample(ImageSource source, PixelBox view, float step, int width, int height, Span<float> pixels)
    {
        var area = width * height;
        var isKept = true;
        for (var c = 0; c < 3 && isKept; c++)
            isKept = source.Planes?.TryCopy((view.X, view.Y), step, (width, height), 2 - c, Scale(c), Shift(c),
                pixels.Slice(c * area, area)) ?? false;
        if (isKept) return;
        Span<float> blue = pixels[..area], green = pixels.Slice(area, area), red = pixels.Slice(2 * area, area);
        ViewSampler.Sample(source, view.X, view.Y, step, width, height, red, green, blue);
        for (var c = 0; c < 3; c++) FloatScale.Apply(pixels.Slice(c * area, area), pixels.Slice(c * area, area), 0, Scale(c), Shift(c));
    }

    // From -1 .. 1.
    private static float Scale(int channel) => 0.5f / s_deviation[channel];

    private static float Shift(int channel) => (0.5f - s_mean[channel]) / s_deviation[channel];

    public void Dispose()
    {
        _model.Dispose();
        if (_other is { IsValueCreated: true }) _other.Value.Dispose();
    }

    /// <summary>The connected cores in a map; each pixel is set to zero once it has been counted. Returns the height of the highest.
    /// </summary>
    internal static float Trace(Span<float> map, int width, int height, PixelBox view, float step, List<TextLine> lines)
    {
        var open = new Stack<int>();
        var edge = new List<Vector2>();
        var highest = 0f;
        for (var start = 0; start < map.Length; start++)
        {
            if (!(map[start] > Mark)) continue;
            edge.Clear();
            var score = Flood(map, width, height, start, open, edge);
            if (score < LineScore) continue;
            var core = SmallestRectangle.Around(edge);
            if (2 * Math.Min(core.HalfLength, core.HalfHeight) + 1 < MinSide) continue;
            float length = 2 * core.HalfLength + 1, thickness = 2 * core.HalfHeight + 1;
            highest = Math.Max(highest, Math.Min(length, thickness));
            var grown = core.Grow(0.5f + length * thickness * Unclip / (2 * (length + thickness)));
            var centre = (grown.Centre + new Vector2(0.5f)) * step + new Vector2(view.X, view.Y);
            var line = grown with { Centre = centre, HalfLength = grown.HalfLength * step, HalfHeight = grown.HalfHeight * step };
            lines.Add((line with { Score = score }).Lying);
        }
        return highest;
    }

    private static float Flood(Span<float> map, int width, int height, int start, Stack<int> open, List<Vector2> edge)
    {
        var sum = 0f;
        var count = 0;
        open.Push(start);
        sum += map[start];
        map[start] = 0;
        while (open.TryPop(out var at))
        {
            count++;
            int x = at % width, y = at / width, marked = 0;
            for (var i = 0; i < 9; i++)
            {
                int nx = x + i % 3 - 1, ny = y + i / 3 - 1;
                if ((uint)nx >= (uint)width || (uint)ny >= (uint)height) continue;
                var next = ny * width + nx;
                if (!(map[next] > Mark)) continue;
                marked++;
                sum += map[next];
                map[next] = 0;
                open.Push(next);
            }
            if (marked < 8) edge.Add(new(x, y)); // pixels well inside are not on the hull
        }
        return sum / count;
    }

    private static int Round(float length) => Math.Max(1, ((int)MathF.Ceiling(length) + Multiple - 1) / Multiple) * Multiple;
}
