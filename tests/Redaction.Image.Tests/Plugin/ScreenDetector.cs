using Redaction.Onnx;

namespace Redaction.Image.Tests;

// <docs>
public sealed class ScreenDetector(OnnxModel model) : IImageDetector
{
    private const int Side = 16; // the model gives one score for every 16 x 16 pixels
    private static readonly EntityType s_screen = new("acme.screen");

    public DetectorInfo Info { get; } = new("acme.screen", s_screen);

    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        int columns = source.Width / Side, rows = source.Height / Side;
        if (columns == 0 || rows == 0) return;
        float[] pixels = new float[source.Width * source.Height * 3], scores = new float[columns * rows];
        for (var y = 0; y < source.Height; y++)
            for (var x = 0; x < source.Width * 3; x++) pixels[y * source.Width * 3 + x] = source.Row(y)[x / 3 * source.Channels + x % 3];
        using var input = OnnxTensor.Over("pixels", pixels, 1, source.Height, source.Width, 3);
        using var output = OnnxTensor.Over("scores", scores, 1, 1, rows, columns);
        model.Run(input, output);
        for (var i = 0; i < scores.Length; i++)
            if (scores[i] > 0.9f)
                findings.Add(new(s_screen, new(i % columns * Side, i / columns * Side, Side, Side), Math.Min(1, scores[i]), Info.Id));
    }
}
// </docs>
