using BenchmarkDotNet.Attributes;
using Redaction.Image;

namespace Redaction.Benchmarks;

/// <summary>How the cost of looking for faces and plates grows with the size of the image:
/// a photograph repeated in both directions.</summary>
public class ImageSizeBench
{
    private readonly FindingSink<PixelBox> _sink = new();
    private IImageDetector? _detector;
    private byte[] _pixels = [];

    [Params(512, 1024, 2048)]
    public int Side { get; set; }

    [Params("face", "plate")]
    public string Detector { get; set; } = "face";

    [GlobalSetup]
    public void SetUp()
    {
        _detector = ImageDetectors.Create(Detector);
        var file = File.ReadAllBytes(Samples.PathOf("photos", "astronaut.jpg"));
        var photo = new VipsCodec().Decode(file, ImageFormats.Sniff(file)!, ImageFileOptions.Default);
        _pixels = new byte[Side * Side * photo.Channels];
        var line = Side * photo.Channels;
        for (var y = 0; y < Side; y++)
        {
            var row = photo.Page(0).Row(y % photo.Height);
            for (var x = 0; x < line; x += row.Length) row[..Math.Min(row.Length, line - x)].CopyTo(_pixels.AsSpan(y * line + x));
        }
    }

    [Benchmark]
    public int Detect()
    {
        _sink.Clear();
        _detector!.Detect(new ImageSource(_pixels, Side, Side, _pixels.Length / Side / Side), _sink);
        return _sink.Count;
    }
}
