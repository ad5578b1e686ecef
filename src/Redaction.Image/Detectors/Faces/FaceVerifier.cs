using System.Buffers;
using System.Runtime.InteropServices;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Looks once more, at 48 x 48 pixels each, at the places that other models took for faces, and sets their scores and boxes right,
/// as the refining nets of MTCNN do (Zhang et al. 2016, arXiv:1604.02878).</summary>
/// <param name="options">How the model runs.</param>
internal sealed class FaceVerifier(OnnxOptions? options) : IDisposable
{
    public const string Id = "face-verifier";
    public const int Side = 48;
    private const float Context = 1.6f; // side of a crop over the longer side of its box
    private const float Refined = 0.3f; // part of the way that a box moves to where the model sees it
    private const int Values = 5, Batch = 32, Pixels = Side * Side * 3;
    private readonly OnnxModel _model = ImageModels.Catalog.Load(Id, options);

    public string Version => _model.Manifest.Version;

    /// <summary>Replaces each box by what the model makes of it.</summary>
    public void Judge(ImageSource source, List<SeenBox> faces)
    {
        var count = Math.Min(Batch, faces.Count);
        if (count == 0) return;
        var input = ArrayPool<float>.Shared.Rent(count * Pixels);
        var output = ArrayPool<float>.Shared.Rent(count * Values);
        try
        {
            var all = CollectionsMarshal.AsSpan(faces);
            for (var first = 0; first < all.Length; first += Batch)
                JudgeBatch(source, all.Slice(first, Math.Min(Batch, all.Length - first)), input, output);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input, clearArray: true);
            ArrayPool<float>.Shared.Return(output, clearArray: true);
        }
    }

    public void Dispose() => _model.Dispose();

    /// <summary>The crop of a box: red, green and blue of each pixel as value / 127.5 - 1, rows from the top.</summary>
    internal static void Crop(ImageSource source, in SeenBox face, Span<float> target)
    {
        var side = SideOf(in face);
        ViewSampler.Sample(source, (face.Left + face.Right - side) / 2, (face.Top + face.Bottom - side) / 2, side / Side, Side, Side, target);
    }

    /// <summary>A logit, the middle as an offset in sides of the crop, and the logarithms of width and height over the longer side of the box.</summary>
    internal static SeenBox Decode(in SeenBox face, ReadOnlySpan<float> values)
    {
        float side = SideOf(in face), longer = side / Context;
        float x = (face.Left + face.Right) / 2 + values[1] * side, y = (face.Top + face.Bottom) / 2 + values[2] * side;
        float halfWidth = MathF.Exp(Math.Clamp(values[3], -2, 1)) * longer / 2, halfHeight = MathF.Exp(Math.Clamp(values[4], -2, 1)) * longer / 2;
        return new(Mix(face.Left, x - halfWidth), Mix(face.Top, y - halfHeight), Mix(face.Right, x + halfWidth), Mix(face.Bottom, y + halfHeight),
            Fusion.Of(face.Score, values[0]), face.View);
    }

    private static float Mix(float proposed, float refined) => proposed + Refined * (refined - proposed);

    private static float SideOf(in SeenBox face) => Context * Math.Max(face.Width, face.Height);

    private void JudgeBatch(ImageSource source, Span<SeenBox> faces, float[] input, float[] output)
    {
        for (var i = 0; i < faces.Length; i++) Crop(source, in faces[i], input.AsSpan(i * Pixels, Pixels));
        using (var crops = OnnxTensor.Over("crops", input.AsMemory(0, faces.Length * Pixels), faces.Length, Side, Side, 3))
        using (var faceness = OnnxTensor.Over("faces", output.AsMemory(0, faces.Length * Values), faces.Length, Values))
            _model.Run(crops, faceness);
        for (var i = 0; i < faces.Length; i++) faces[i] = Decode(in faces[i], output.AsSpan(i * Values, Values));
    }
}
