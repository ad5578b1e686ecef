using System.Collections.Immutable;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Reads the characters of a line with PP-OCRv6's recogniser (SVTR with a CTC head), in floats or, in half the time, mostly in
/// eight bits.</summary>
internal sealed class LineReader : IDisposable
{
    private const int Height = 48, MinWidth = 48, MaxWidth = 3200, StepWidth = 8, Classes = 18710;
    private const string ModelId = "ocr-ppocr-v6-characters", QuickId = "ocr-ppocr-v6-print", Features = "p2o.pd_op.pool2d.1.0";
    private readonly OnnxModel _model;
    private readonly ImmutableArray<string> _characters;
    private readonly CyrillicGreekReader _others;

    private LineReader(string id, OnnxOptions options)
    {
        _model = ImageModels.Catalog.Load(id, options);
        _characters = ReadCharacters();
        _others = new(options);
    }

    /// <summary>The reader of all detectors: its weights take more memory than all others together.</summary>
    public static SharedModel<LineReader> Shared { get; } = new(static options => new(ModelId, options));

    /// <summary>A reader that takes half the time and is less often certain.</summary>
    public static SharedModel<LineReader> Quick { get; } = new(static options => new(QuickId, options));

    public static string Version => $"{ImageModels.ManifestOf(ModelId).Version}+{CyrillicGreekReader.Version}";

    public static string QuickVersion => ImageModels.ManifestOf(QuickId).Version;

    /// <summary>The characters of a line with where each is seen, 0 at its start and 1 at its end.</summary>
    public ReadLine Read(ImageSource source, in TextLine line)
    {
        var wanted = (int)MathF.Ceiling(Height * line.HalfLength / Math.Max(line.HalfHeight, 0.5f) / StepWidth) * StepWidth;
        var width = Math.Clamp(wanted, MinWidth, MaxWidth);
        using var pixels = new RentedFloats(width * Height * 3);
        LineSampler.Sample(source, in line, width, Height, pixels.Span);
        var characters = Read(pixels.Memory, width);
        var covered = BlankColumns.Measure(pixels.Span, width, Height, characters);
        var isBars = UprightBars.Fill(pixels.Span, width, Height) || Rulers.Fill(pixels.Span, width, Height);
        return new(line, characters, covered, isBars);
    }

    public void Dispose()
    {
        _model.Dispose();
        _others.Dispose();
    }

    /// <summary>In Cyrillic or Greek where words are in either.</summary>
    private List<SeenCharacter> Read(Memory<float> pixels, int width)
    {
        var steps = width / StepWidth;
        using var output = new RentedFloats(steps * Classes);
        using var features = new RentedFloats(steps * CyrillicGreekReader.Features);
        using (var input = OnnxTensor.Over("x", pixels, 1, 3, Height, width))
        using (var scores = OnnxTensor.Over("fetch_name_0", output.Memory, 1, steps, Classes))
        using (var seen = OnnxTensor.Over(Features, features.Memory, 1, CyrillicGreekReader.Features, 1, steps))
            _model.Run(input, scores, seen);
        var characters = CtcDecoder.Decode(output.Span, steps, _characters);
        return _others.Read(features.Memory, steps, characters) ?? characters;
    }

    /// <summary>Class 0 is the blank of CTC, the last one a space.</summary>
    private ImmutableArray<string> ReadCharacters()
    {
        var file = _model.Manifest.Files.Keys.Single();
        using var reader = new StreamReader(new MemoryStream(ImageModels.Catalog.ReadFile(_model.Manifest, file)));
        var characters = ImmutableArray.CreateBuilder<string>(Classes);
        characters.Add("");
        while (reader.ReadLine() is { } line) characters.Add(line);
        characters.Add(" ");
        return characters.Count == Classes ? characters.MoveToImmutable()
            : throw new RedactionException(ErrorCodes.MissingDependency, ModelId, "The characters of the model are not the expected ones.");
    }
}
