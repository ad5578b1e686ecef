using BenchmarkDotNet.Attributes;
using Redaction.Image;

namespace Redaction.Benchmarks;

/// <summary>The stages of a 512 by 512 photograph: decode, detect on the whole picture and tiles, paint, encode.</summary>
public class ImageBench
{
    private readonly VipsCodec _codec = new();
    private readonly IImageDetector _faces = ImageDetectors.Create("face");
    private readonly FindingSink<PixelBox> _sink = new();
    private byte[] _file = [];
    private DecodedImage? _image;

    [GlobalSetup]
    public void Setup()
    {
        _file = File.ReadAllBytes(Samples.PathOf("photos", "astronaut.jpg"));
        _image = (DecodedImage)Decode();
    }

    [Benchmark]
    public object Decode() => _codec.Decode(_file, ImageFormats.Sniff(_file)!, ImageFileOptions.Default);

    [Benchmark]
    public int DetectFaces()
    {
        _sink.Clear();
        _faces.Detect(_image!.Page(0).AsSource(), _sink);
        return _sink.Count;
    }

    [Benchmark, Arguments("fill"), Arguments("pixelate"), Arguments("blur")]
    public void Paint(string @operator)
    {
        var item = new PlannedRedaction<PixelBox>(new(EntityTypes.Face, new(150, 50, 140, 150), 0.9f, "face"), 0, @operator);
        ImageOperators.All.Single(o => o.Id == @operator).Paint(_image!.Page(0), in item);
    }

    [Benchmark]
    public void Encode() => _codec.Encode(_image!, Stream.Null, ImageFileOptions.Default);
}
