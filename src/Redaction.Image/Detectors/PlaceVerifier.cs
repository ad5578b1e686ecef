using System.Runtime.InteropServices;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Looks once more, at a small crop each, at the places that other models reported, and sets their scores and boxes right,
/// as the refining nets of MTCNN do (Zhang et al. 2016, arXiv:1604.02878).</summary>
/// <param name="id">The model: crops [N, 3, height, width] to [N, 5].</param>
/// <param name="output">Name of its output.</param>
/// <param name="width">Of a crop, in pixels.</param>
/// <param name="height">Of a crop, in pixels.</param>
/// <param name="options">How the model runs.</param>
internal sealed class PlaceVerifier(string id, string output, int width, int height, OnnxOptions? options) : IDisposable
{
    private const float Context = 1.6f; // side of a crop over that of its box, along the side that fills more of it
    private const float Refined = 0.3f; // part of the way that a box moves to where the model sees it
    private const int Values = 5, Batch = 32;
    private readonly int _pixels = width * height * 3;
    private readonly float _aspect = width / (float)height;
    private readonly OnnxModel _model = ImageModels.Catalog.Load(id, options);

    public string Version => _model.Manifest.Version;

    /// <summary>The verifier of plates: crops of 96 x 48.</summary>
    public static PlaceVerifier OfPlates(OnnxOptions? options) => new("plate-verifier", "plates", 96, 48, options);

    /// <summary>Replaces each box by what the model makes of it.</summary>
    public void Judge(ImageSource source, List<SeenBox> places, in Fusion fusion)
    {
        var count = Math.Min(Batch, places.Count);
        if (count == 0) return;
        using var crops = new RentedFloats(count * _pixels);
        using var verdicts = new RentedFloats(count * Values);
        var all = CollectionsMarshal.AsSpan(places);
        for (var first = 0; first < all.Length; first += Batch)
            JudgeBatch(source, all.Slice(first, Math.Min(Batch, all.Length - first)), crops, verdicts, in fusion);
    }

    public void Dispose() => _model.Dispose();

    /// <summary>The crop of a box: planes of red, green and blue as value / 127.5 - 1, rows from the top.</summary>
    internal void Crop(ImageSource source, in SeenBox place, Span<float> target)
    {
        var across = Across(in place);
        ViewSampler.Sample(source, (place.Left + place.Right - across) / 2, (place.Top + place.Bottom - across / _aspect) / 2,
            across / width, width, height, target);
    }

    /// <summary>A logit, the middle as an offset in widths of the crop, and the logarithms of width and height over the crop's width
    /// without its margin.</summary>
    internal SeenBox Decode(in SeenBox place, ReadOnlySpan<float> values, in Fusion fusion)
    {
        float across = Across(in place), size = across / Context;
        float x = (place.Left + place.Right) / 2 + values[1] * across, y = (place.Top + place.Bottom) / 2 + values[2] * across;
        float halfWidth = MathF.Exp(Math.Clamp(values[3], -2, 1)) * size / 2,
            halfHeight = MathF.Exp(Math.Clamp(values[4], -2, 1)) * size / 2;
        return new(Mix(place.Left, x - halfWidth), Mix(place.Top, y - halfHeight), Mix(place.Right, x + halfWidth),
            Mix(place.Bottom, y + halfHeight),
            fusion.Of(place.Score, values[0]), place.View);
    }

    private static float Mix(float proposed, float refined) => proposed + Refined * (refined - proposed);

    /// <summary>Width of the crop of a box in pixels of the image.</summary>
    private float Across(in SeenBox place) => Context * Math.Max(place.Width, _aspect * place.Height);

    private void JudgeBatch(ImageSource source, Span<SeenBox> places, RentedFloats crops, RentedFloats verdicts, in Fusion fusion)
    {
        for (var i = 0; i < places.Length; i++) Crop(source, in places[i], crops.Span.Slice(i * _pixels, _pixels));
        using (var input = OnnxTensor.Over("crops", crops.Memory[..(places.Length * _pixels)], places.Length, 3, height, width))
        using (var verdict = OnnxTensor.Over(output, verdicts.Memory[..(places.Length * Values)], places.Length, Values))
            _model.Run(input, verdict);
        for (var i = 0; i < places.Length; i++) places[i] = Decode(in places[i], verdicts.Span.Slice(i * Values, Values), in fusion);
    }
}
