using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Reads text with PP-OCRv4: finds lines at any angle, turns them upright, reads them with a place for every character.</summary>
/// <remarks>Thread-safe; holds three models.</remarks>
public sealed class PpOcrReader : ITextReader, ILineFinder, IDisposable
{
    private const float UnsureOfUpright = 1.2f; // lines shorter than this times their height are too short to judge
    private readonly LineFinder _finder;
    private readonly UprightJudge _upright;
    private readonly LineReader _reader;

    /// <summary>Loads the models.</summary>
    /// <exception cref="RedactionException">A model or ONNX Runtime is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public PpOcrReader(OnnxOptions? runtime = null)
    {
        _finder = new(runtime);
        _upright = new(runtime);
        _reader = new(runtime);
        Id = "ppocr-" + _reader.Version;
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public RecoveredText<PixelBox> Read(ImageSource image)
    {
        var lines = new List<TextLine>();
        foreach (var (view, step) in TextViews.Of(image.Width, image.Height)) _finder.Find(image, view, step, lines);
        var page = new PageText(image.Width, image.Height);
        foreach (var line in LineMerge.Merge(lines))
        {
            var upright = line.HalfLength > UnsureOfUpright * line.HalfHeight ? _upright.Turn(image, in line) : line;
            page.Add(in upright, _reader.Read(image, in upright));
        }
        return page.ToText();
    }

    float ILineFinder.FinestStep(int width, int height) => TextViews.Of(width, height).Min(static v => v.Step);

    void ILineFinder.FindLines(ImageSource image, PixelBox part, float step, ICollection<PixelBox> lines)
    {
        var found = new List<TextLine>();
        _finder.Find(image, part, step, found);
        foreach (var line in LineMerge.Merge(found))
        {
            var box = line.Part(0, 1).ClampTo(image.Width, image.Height);
            if (!box.IsEmpty) lines.Add(box);
        }
    }

    /// <summary>Unloads the models.</summary>
    public void Dispose()
    {
        _finder.Dispose();
        _upright.Dispose();
        _reader.Dispose();
    }
}
