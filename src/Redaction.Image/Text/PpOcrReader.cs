using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Reads text with PP-OCR: finds lines at any angle, turns them upright, reads them with a place for every character.</summary>
/// <remarks>Thread-safe; holds the models. With <see cref="DetectionQuality.Accurate"/> lines are looked for everywhere, else where a small
/// net says that there may be some, and the lines of a page of print are first read in eight bits.</remarks>
internal sealed class PpOcrReader : ITextReader, ILineFinder, IDisposable
{
    private const float UnsureOfUpright = 1.2f; // lines shorter than this times their height are too short to judge
    private const float Certain = 0.98f; // mean score of what is read from which on a line is the right way up
    private const float LeastQuick = 0.6f; // score of each character of what the quick reader is certain of
    private const float Few = 1; // characters for each time that a line is as long as high: print has two to three
    private readonly TextGate? _gate;
    private readonly LineFinder _finder;
    private readonly Lazy<UprightJudge> _upright;
    private readonly SharedModel<LineReader>.Share _reader, _quick;

    /// <summary>Loads the models that find lines; those that read are loaded with the first line.</summary>
    /// <exception cref="RedactionException">A model or ONNX Runtime is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public PpOcrReader(OnnxOptions? runtime = null, DetectionQuality quality = DetectionQuality.Balanced)
    {
        _gate = quality == DetectionQuality.Accurate ? null : new(quality, runtime);
        _finder = new(quality, runtime);
        _upright = new(() => new(runtime));
        _reader = LineReader.Shared.Of(runtime);
        _quick = LineReader.Quick.Of(runtime);
        Id = $"ppocr-{LineReader.Version}+{_finder.Version}"
            + (_gate is null ? "" : $"+gate-{_gate.Version}+{LineReader.QuickVersion}");
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public RecoveredText<PixelBox> Read(ImageSource image)
    {
        var lines = new List<TextLine>();
        if (_gate is null) FindEverywhere(image, lines);
        else FindBehind(_gate, image, lines);
        var page = new PageText(image.Width, image.Height);
        var merged = LineMerge.Merge(lines);
        var trial = new QuickTrial(isOn: _gate is not null && merged.Count >= SeenLines.Page);
        foreach (var line in merged)
            page.Add(trial.IsOn && ReadQuickly(image, in line, ref trial) is { } read ? read : ReadUpright(image, in line));
        return page.ToText();
    }

    /// <summary>What the quick reader is certain of; null where it is not.</summary>
    private ReadLine? ReadQuickly(ImageSource image, in TextLine line, ref QuickTrial trial)
    {
        var read = _quick.Value.Read(image, in line);
        var isCertain = read.IsCertain(Certain) && read.HasNoneBelow(LeastQuick);
        trial.Count(isCertain);
        return isCertain ? read : null;
    }

    private void FindEverywhere(ImageSource image, List<TextLine> lines)
    {
        foreach (var (view, step) in TextViews.Of(image.Width, image.Height))
        {
            var found = new List<TextLine>();
            _finder.Find(image, view, step, found);
            AddUncut(found, view, step, image, lines);
        }
    }

    /// <summary>Adds the lines of an image where text may stand. On a page of print a closer look searches where the first saw none.
    /// </summary>
    private void FindBehind(TextGate gate, ImageSource image, List<TextLine> lines)
    {
        var views = TextViews.Of(image.Width, image.Height).ToArray();
        var (whole, coarse) = views[^1];
        Find(gate.Look(image, whole, coarse), image, coarse, lines);
        var seen = SeenLines.Of(lines, coarse);
        foreach (var (view, step) in views[..^1])
        {
            var found = new List<TextLine>();
            Find(gate.Look(image, view, step, seen), image, step, found);
            AddUncut(found, view, step, image, lines);
        }
    }

    private static void AddUncut(List<TextLine> found, PixelBox view, float step, ImageSource image, List<TextLine> lines)
    {
        foreach (var line in found)
            if (!TextViews.IsCut(in line, view, step, image.Width, image.Height)) lines.Add(line);
    }

    private void Find(TextPlaces places, ImageSource image, float step, List<TextLine> lines)
    {
        var found = new List<TextLine>();
        foreach (var part in places.Parts) _finder.Find(image, part, step, found);
        foreach (var line in found)
            if (places.MayHold(in line)) lines.Add(line);
    }

    /// <summary>Reads a line as it stands; where that is not certain, as the judge turns it, and the other way up as well where it gives
    /// few characters for its length: the judge is unsure of lines of digits.</summary>
    private ReadLine ReadUpright(ImageSource image, in TextLine line)
    {
        var read = _reader.Value.Read(image, in line);
        if (read.IsCertain(Certain)) return read;
        var upright = line.HalfLength > UnsureOfUpright * line.HalfHeight ? _upright.Value.Turn(image, in line) : line;
        if (upright != line) read = _reader.Value.Read(image, in upright);
        if (read.IsNothing || read.Characters.Count * line.HalfHeight > Few * line.HalfLength) return read;
        var turned = _reader.Value.Read(image, upright.UpsideDown);
        return turned.Characters.Sum(static c => c.Score) > read.Characters.Sum(static c => c.Score) ? turned : read;
    }

    float ILineFinder.FinestStep(int width, int height) => TextViews.Of(width, height).Min(static v => v.Step);

    void ILineFinder.FindLines(ImageSource image, PixelBox part, float step, ICollection<PixelBox> lines)
    {
        var found = new List<TextLine>();
        if (_gate is null) _finder.Find(image, part, step, found);
        else Find(_gate.Look(image, part, step), image, step, found);
        foreach (var line in LineMerge.Merge(found))
        {
            var box = line.Place(image.Width, image.Height);
            if (!box.IsEmpty) lines.Add(box);
        }
    }

    /// <summary>Unloads the models.</summary>
    public void Dispose()
    {
        _gate?.Dispose();
        _finder.Dispose();
        if (_upright.IsValueCreated) _upright.Value.Dispose();
        _reader.Dispose();
        _quick.Dispose();
    }
}
