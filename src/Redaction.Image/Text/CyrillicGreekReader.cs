using System.Collections.Immutable;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Reads Cyrillic and Greek from the features that PP-OCRv6's recogniser has of a line: a head of our own beside its own, which
/// knows neither.</summary>
internal sealed class CyrillicGreekReader : IDisposable
{
    /// <summary>Numbers of the features of a step.</summary>
    public const int Features = 384;

    /// <summary>What is said of characters that are neither of these scripts, nor Latin letters, digits or marks.</summary>
    public const string Other = "\ufffd";

    private const string ModelId = "ocr-cyrillic-greek", Classes = "classes.txt";
    private readonly OnnxModel _model;
    private readonly ImmutableArray<string> _classes;

    public CyrillicGreekReader(OnnxOptions options)
    {
        _model = ImageModels.Catalog.Load(ModelId, options);
        using var classes = new StreamReader(new MemoryStream(ImageModels.Catalog.ReadFile(_model.Manifest, Classes)));
        _classes = ["", .. classes.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    public static string Version => ImageModels.ManifestOf(ModelId).Version;

    /// <summary>What is read of a line with words in Cyrillic or Greek; null where it has none.</summary>
    /// <param name="features">Of the line.</param>
    /// <param name="steps">Of it.</param>
    /// <param name="read">What the other reader says.</param>
    public List<SeenCharacter>? Read(Memory<float> features, int steps, List<SeenCharacter> read)
    {
        using var output = new RentedFloats(steps * _classes.Length);
        using (var input = OnnxTensor.Over("features", features, 1, Features, steps))
        using (var scores = OnnxTensor.Over("scores", output.Memory, 1, steps, _classes.Length))
            _model.Run(input, scores);
        return ScriptBlend.Blend(CtcDecoder.Decode(output.Span, steps, _classes), read);
    }

    public void Dispose() => _model.Dispose();
}
