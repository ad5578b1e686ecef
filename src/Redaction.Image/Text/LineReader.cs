using System.Collections.Immutable;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Reads the characters of a line with PP-OCRv6's recogniser (SVTR with a CTC head), in floats or, in half the time, mostly in
/// eight bits.</summary>
internal sealed class LineReader : IDisposable
{
    private const int Height = 48, MinWidth = 48, MaxWidth = 3200, StepWidth = 8, Classes = 18710;
    private const string ModelId = "ocr-ppocr-v6-characters", QuickId = "ocr-ppocr-v6-print";
    private readonly OnnxModel _model;
    private readonly ImmutableArray<string> _characters;

    private LineReader(string id, OnnxOptions options)
    {
        _model = ImageModels.Catalog.Load(id, options);
        _characters = ReadCharacters();
    }

    /// <summary>The reader of all detectors: its weights take more memory than all others together.</summary>
    public static SharedModel<LineReader> Shared { get; } = new(static options => new(ModelId, options));

    /// <summary>A reader that takes half the time and is less often certain.</summary>
    public static SharedModel<LineReader> Quick { get; } = new(static options => new(QuickId, options));

    public static string Version => ImageModels.ManifestOf(ModelId).Version;

    public static string QuickVersion => ImageModels.ManifestOf(QuickId).Version;

    /// <summary>The characters of a line with where each is seen, 0 at its start and 1 at its end.</summary>
    public ReadLine Read(ImageSource source, in TextLine line)
    {
        var wanted = (int)MathF.Ceiling(Height * line.HalfLength / Math.Max(line.HalfHeight, 0.5f) / StepWidth) * StepWidth;
        var width = Math.Clamp(wanted, MinWidth, MaxWidth);
        var steps = width / StepWidth;
        using var pixels = new RentedFloats(width * Height * 3);
        using var output = new RentedFloats(steps * Classes);
        LineSampler.Sample(source, in line, width, Height, pixels.Span);
        using (var input = OnnxTensor.Over("x", pixels.Memory, 1, 3, Height, width))
        using (var scores = OnnxTensor.Over("fetch_name_0", output.Memory, 1, steps, Classes))
            _model.Run(input, scores);
        var characters = Decode(output.Span, steps);
        var covered = BlankColumns.Measure(pixels.Span, width, Height, characters);
        var isBars = UprightBars.Fill(pixels.Span, width, Height) || Rulers.Fill(pixels.Span, width, Height);
        return new(line, characters, covered, isBars);
    }

    public void Dispose() => _model.Dispose();

    /// <summary>Greedy decoding: the likeliest class of each step, repeats and blanks (class 0) taken out.</summary>
    private List<SeenCharacter> Decode(ReadOnlySpan<float> scores, int steps)
    {
        var characters = new List<SeenCharacter>();
        var before = 0;
        for (var step = 0; step < steps; step++)
        {
            var row = scores.Slice(step * Classes, Classes);
            var best = Likeliest(row);
            if (best != 0 && best == before)
                characters[^1] = characters[^1] with { End = (step + 1f) / steps, Score = Math.Max(characters[^1].Score, row[best]) };
            else if (best != 0) characters.Add(new(_characters[best], step / (float)steps, (step + 1f) / steps, row[best]));
            before = best;
        }
        return characters;
    }

    private static int Likeliest(ReadOnlySpan<float> row)
    {
        var best = 0;
        for (var i = 1; i < row.Length && !(row[best] > 0.5f); i++) // probabilities: no other is above a half
            if (row[i] > row[best]) best = i;
        return best;
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
