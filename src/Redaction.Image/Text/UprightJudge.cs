using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Tells lines that stand on their head, with PP-OCR's direction classifier.</summary>
internal sealed class UprightJudge(OnnxOptions? options) : IDisposable
{
    private const int Width = 192, Height = 48;
    private const float Sure = 0.9f;
    private readonly OnnxModel _model = ImageModels.Catalog.Load("ocr-ppocr-v2-upright", options);

    public TextLine Turn(ImageSource source, in TextLine line)
    {
        using var pixels = new RentedFloats(Width * Height * 3);
        var scores = new float[2];
        pixels.Span.Clear();
        // Lines longer than the model's input show their beginning only, in their own proportions.
        var shown = Math.Min(Width, Math.Max(1, (int)MathF.Ceiling(Height * line.HalfLength / line.HalfHeight)));
        var half = Math.Min(line.HalfLength, line.HalfHeight * Width / Height);
        var beginning = line with { Centre = line.Centre - line.Along * (line.HalfLength - half), HalfLength = half };
        Place(source, in beginning, shown, pixels.Span);
        using (var input = OnnxTensor.Over("x", pixels.Memory, 1, 3, Height, Width))
        using (var output = OnnxTensor.Over("softmax_0.tmp_0", scores, 1, 2))
            _model.Run(input, output);
        return scores[1] > Sure ? line.UpsideDown : line;
    }

    public void Dispose() => _model.Dispose();

    private static void Place(ImageSource source, in TextLine line, int shown, Span<float> pixels)
    {
        if (shown == Width) { LineSampler.Sample(source, in line, Width, Height, pixels); return; }
        var part = new float[shown * Height * 3];
        LineSampler.Sample(source, in line, shown, Height, part);
        for (var row = 0; row < Height * 3; row++) part.AsSpan(row * shown, shown).CopyTo(pixels[(row * Width)..]);
    }
}
